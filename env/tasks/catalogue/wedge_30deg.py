import math

import cadquery as cq

length, width = 60.0, 30.0
angle = 30.0

height = length * math.tan(math.radians(angle))
side = [(0, 0), (length, 0), (length, height)]
fixture = cq.Workplane("XZ").polyline(side).close().extrude(width)
