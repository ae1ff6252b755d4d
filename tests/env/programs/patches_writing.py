# The runner itself cannot write any more: that is no shape.
# ends: no_result
import os

import cadquery as cq

os.write = lambda fd, data: len(data)
fixture = cq.Workplane().box(10, 10, 10)
