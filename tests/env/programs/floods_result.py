# Sends without end where the shape is expected.
# ends: refused
import os

while True:
    for fd in range(3, 256):
        try:
            os.write(fd, bytes(1 << 20))
        except OSError:
            pass
