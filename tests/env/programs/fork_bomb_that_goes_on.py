# Forks for ever and takes no refusal.
# ends: timeout
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
