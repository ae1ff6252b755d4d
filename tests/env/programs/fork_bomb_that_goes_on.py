# Forks for ever and takes no refusal.
# ends: timeout
# wall_seconds: 2
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
