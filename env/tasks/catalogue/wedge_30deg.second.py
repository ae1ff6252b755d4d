import math

import cadquery as cq

# A block, and all of it above a plane through the lower -X edge cut away.
block = cq.Workplane("XY").box(60, 30, 60 * math.tan(math.pi / 6), centered=(False, True, False))
above = cq.Workplane("XY").box(100, 40, 60, centered=(False, True, False))
result = block.cut(above.rotate((0, 0, 0), (0, 1, 0), -30))
