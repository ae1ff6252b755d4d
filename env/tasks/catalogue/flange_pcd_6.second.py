import math

import cadquery as cq

# The half section turned round the axis, then drilled one hole at a time.
half = [(25, 0), (60, 0), (60, 14), (35, 14), (35, 18), (25, 18)]
body = cq.Workplane("XZ").polyline(half).close().revolve(360, (0, 0, 0), (0, 1, 0))
for k in range(6):
    a = math.radians(60 * k)
    drill = cq.Solid.makeCylinder(5.5, 30, cq.Vector(45 * math.cos(a), 45 * math.sin(a), -5))
    body = body.cut(cq.Workplane(obj=drill))
result = body.translate((100, 0, 0))
