import cadquery as cq
import math

# The clip's profile in one go, the base under it; cable along X, bottom at z = 10.
top = math.sqrt(9.5**2 - 16)
inner = math.sqrt(6.5**2 - 16)
c = cq.Workplane("YZ").moveTo(4, top).threePointArc((0, -9.5), (-4, top)).lineTo(-4, inner).threePointArc((0, -6.5), (4, inner)).close().extrude(20)
base = cq.Workplane("XY", origin=(0, 0, -12.5)).rect(20, 40, centered=(False, True)).extrude(4)
base = base.cut(cq.Workplane("XY", origin=(10, 0, -12.5)).pushPoints([(0, 15), (0, -15)]).circle(2).extrude(4))
result = base.union(c).translate((0, 0, 22.5))
