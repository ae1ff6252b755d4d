# Prints more than is kept, and builds.
# ends: ok
import sys

import cadquery as cq

for _ in range(200):
    print("x" * 10000)
    sys.stderr.write("y" * 10000)
fixture = cq.Workplane().box(10, 10, 10)
