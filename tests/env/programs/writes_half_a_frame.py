# Announces more bytes than it sends.
# ends: no_result
import os
import struct

import cadquery as cq

for fd in range(5, 256):
    try:
        os.write(fd, struct.pack("<II", 5, 1 << 31))
    except OSError:
        pass
fixture = cq.Workplane().box(10, 10, 10)
