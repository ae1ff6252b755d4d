# Ignores and blocks what it can, and asks to be woken for ever.
# ends: timeout
# wall_seconds: 1
import signal

for number in signal.valid_signals():
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
while True:
    signal.sigtimedwait(signal.valid_signals(), 0.01)
