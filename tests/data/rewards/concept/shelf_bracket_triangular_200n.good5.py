import cadquery as cq
import math

X, Y, Z = 220.0, 60.0, 180.0
PLATE_T = 8.0
ARM_T = 8.0
RIB_T = 10.0
RIB_W = 22.0          # depth of the diagonal in its plane
HOLE_D = 7.0

plate = (
    cq.Workplane("YZ").rect(Y, Z).extrude(PLATE_T)
    .edges("|X").fillet(6).translate((0, 0, Z / 2))
)
arm = (
    cq.Workplane("XY").box(X, Y, ARM_T, centered=(False, True, False))
    .edges("|Z and >X").fillet(10)
    .translate((0, 0, Z - ARM_T))
)

# diagonal brace
p = (PLATE_T - 2, 22.0)
q = (188.0, Z - ARM_T + 2)
brace = (
    cq.Workplane("XZ")
    .polyline([(p[0], p[1] - RIB_W / 2 + 4), (q[0] + 14, q[1]), (q[0] - 22, q[1]), (p[0], p[1] + RIB_W / 2 + 6)])
    .close().extrude(RIB_T / 2, both=True)
)
# corner gusset at the top, between plate and arm
gusset = (
    cq.Workplane("XZ").moveTo(PLATE_T - 1, Z - ARM_T + 1).lineTo(52, Z - ARM_T + 1)
    .threePointArc((20, Z - 22), (PLATE_T - 1, Z - 54)).close().extrude(RIB_T / 2, both=True)
)
body = plate.union(arm).union(brace).union(gusset)

# wall holes, countersunk, above and below, beside the ribs for driver access
for y, z in ((-18.0, 146.0), (18.0, 34.0)):
    hole = cq.Workplane("YZ").center(y, z).circle(HOLE_D / 2).extrude(PLATE_T)
    cone = cq.Workplane(obj=cq.Solid.makeCone(HOLE_D / 2, HOLE_D / 2 + 3.5, 3.5, cq.Vector(PLATE_T - 3.5, y, z), cq.Vector(1, 0, 0)))
    body = body.cut(hole).cut(cone)

# shelf screw holes in the arm
shelf = cq.Workplane("XY").workplane(offset=Z - ARM_T).pushPoints([(70, 18), (150, -18)]).circle(2.5).extrude(ARM_T)
fixture = body.cut(shelf)
