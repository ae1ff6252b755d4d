import cadquery as cq
import math

# wall face x = 0, shelf face z = height
length, width, height = 220.0, 60.0, 180.0
t = 8.0                 # plate thickness
rib_w = 14.0            # strut width in Y
rib_d = 16.0            # strut depth in the XZ plane

wall_plate = (
    cq.Workplane("YZ").center(0, height / 2).rect(width, height).extrude(t)
    .edges("|X and <Z").fillet(14)
)
arm = (
    cq.Workplane("XY").workplane(offset=height - t)
    .center(length / 2, 0).rect(length, width).extrude(t)
    .edges("|Z and >X").fillet(14)
)
body = wall_plate.union(arm)

# diagonal strut from low on the wall plate to near the arm tip
p1 = (t / 2, 28.0)
p2 = (length - 28.0, height - t / 2)
n = math.hypot(p2[0] - p1[0], p2[1] - p1[1])
ux, uz = (p2[0] - p1[0]) / n, (p2[1] - p1[1]) / n
ox, oz = -uz * rib_d / 2, ux * rib_d / 2
strut = (
    cq.Workplane("XZ")
    .polyline([
        (p1[0] + ox, p1[1] + oz), (p2[0] + ox, p2[1] + oz),
        (p2[0] - ox, p2[1] - oz), (p1[0] - ox, p1[1] - oz),
    ]).close().extrude(rib_w / 2, both=True)
)
envelope = cq.Workplane("XY").box(length, width, height, centered=(False, True, False))
body = body.union(strut.intersect(envelope))

# corner gusset in the right angle
gusset = (
    cq.Workplane("XZ").polyline([(t, height - t), (t + 42, height - t), (t, height - t - 42)])
    .close().extrude(rib_w / 2, both=True)
)
body = body.union(gusset)

# wall screws sit either side of the strut so they stay reachable; countersunk on the front
for y, z in ((-19, 145), (19, 50)):
    body = body.cut(cq.Workplane("YZ").center(y, z).circle(3.25).extrude(t))
    sink = cq.Solid.makeCone(3.25, 6.5, 3.25, pnt=cq.Vector(t - 3.25, y, z), dir=cq.Vector(1, 0, 0))
    body = body.cut(cq.Workplane(obj=sink))

# two small holes for fixing the shelf board from below
body = body.cut(
    cq.Workplane("XY").workplane(offset=height - t)
    .pushPoints([(90, 20), (90, -20)]).circle(2.25).extrude(t)
)
fixture = body
