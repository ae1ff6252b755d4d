import cadquery as cq
import math

# The clip's section drawn in one go, each arm with its chamfer; cable along X, pad's corner at the origin.
y = math.sqrt(6**2 - 4.5**2)
section = (
    cq.Workplane("YZ", origin=(4, 0, 0))
    .moveTo(23.5, 0).lineTo(41.5, 0).lineTo(41.5, 22).lineTo(40, 22).lineTo(37, 19).lineTo(37, 13 + y)
    .threePointArc((32.5, 7), (28, 13 + y)).lineTo(28, 19).lineTo(25, 22).lineTo(23.5, 22).close()
)
pad = cq.Workplane("XY").rect(28, 45, centered=False).extrude(4)
pad = pad.cut(cq.Workplane("XY").center(14, 10.5).circle(2.25).extrude(4))
result = pad.union(section.extrude(20)).rotate((0, 0, 0), (0, 0, 1), 90)
