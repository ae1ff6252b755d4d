import math

import cadquery as cq

# The outline as an arc and a chord, the bore as a cylinder taken away; axis at (5, 5).
y = math.sqrt(16**2 - 13**2)
body = cq.Workplane("XY").moveTo(13, -y).lineTo(13, y).threePointArc((-16, 0), (13, -y)).close()
body = body.extrude(16).translate((5, 5, 0))
result = body.cut(cq.Workplane("XY", origin=(5, 5, 0)).circle(3).extrude(10))
