# Turns the warning of a spent CPU limit off.
# ends: timeout
import signal

signal.signal(signal.SIGXCPU, signal.SIG_IGN)
while True:
    pass
