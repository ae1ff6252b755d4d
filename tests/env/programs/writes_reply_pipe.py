# ends: exception:OSError
import os

os.write(4, b"\x03\x00\x00\x00\x00\x00\x00\x00")
