# Welded space-frame clamp: split boss with a separate four-screw cap, a root block with two
# bolt holes, four round bars with diagonals between (couple carried as tension/compression).
import cadquery as cq
import math

RS, RB, H = 20.0, 45.0, 70.0             # shaft radius, boss radius, height
XR = -195.0                              # back of the root
GAP = 0.75


def rod(p, q, r):
    p, q = cq.Vector(*p), cq.Vector(*q)
    return cq.Workplane(cq.Solid.makeCylinder(r, (q - p).Length, p, q - p))


ring = cq.Workplane("XY").circle(RB).extrude(H)
left = cq.Workplane("XY").box(100, 200, 200, centered=(False, True, True)).translate((-100 - GAP, 0, 0))
right = cq.Workplane("XY").box(100, 200, 200, centered=(False, True, True)).translate((GAP, 0, 0))
body = ring.intersect(left)
cap = ring.intersect(right)
# lighten the cap: groove around it between the two rows of screws
groove = cq.Workplane("XY").workplane(offset=26).circle(60).circle(30).extrude(18).intersect(right)
cap = cap.cut(groove)
# window through the back of the boss, between the bars
body = body.cut(cq.Workplane("YZ").workplane(offset=-60).center(0, 35).slot2D(34, 24).extrude(30))

# root block: dog-bone plate, two holes for the fixing bolts along X
root = cq.Workplane("XY").box(18, 90, H, centered=(False, True, False)).translate((XR, 0, 0)).edges("|X").fillet(12)
root = root.cut(cq.Workplane("YZ").workplane(offset=XR).center(0, 35).circle(15).extrude(18))
body = body.union(root)

YB, ZS = 24.0, (12.0, 58.0)
xs = (XR + 8, -147.0, -110.0, -73.0, -34.0)
for z in ZS:
    for s in (1, -1):
        body = body.union(rod((XR + 8, s * YB, z), (-30, s * YB, z), 7))
    for i in range(4):                   # zig-zag between the two bars, top and bottom plane
        s = 1 if i % 2 == 0 else -1
        body = body.union(rod((xs[i], s * YB, z), (xs[i + 1], -s * YB, z), 4.5))
for s in (1, -1):                        # zig-zag in the two side planes
    for i in range(4):
        a, b = (ZS[0], ZS[1]) if i % 2 == 0 else (ZS[1], ZS[0])
        body = body.union(rod((xs[i], s * YB, a), (xs[i + 1], s * YB, b), 3.5))

bore = cq.Workplane("XY").circle(RS).extrude(H)
body, cap = body.cut(bore), cap.cut(bore)
bolt_x = cq.Workplane("YZ").workplane(offset=XR - 1).pushPoints([(-33, 35), (33, 35)])
body = body.cut(bolt_x.circle(5.5).extrude(20))
body = body.cut(cq.Workplane("YZ").workplane(offset=XR + 18).pushPoints([(-33, 35), (33, 35)]).circle(9.5).extrude(14))

screws = []
for y in (-33, 33):
    for z in (13, 57):
        sc = rod((-20, y, z), (12, y, z), 3).union(rod((12, y, z), (18, y, z), 5))
        cap = cap.cut(rod((12, y, z), (60, y, z), 5)).cut(rod((-20, y, z), (12, y, z), 3))
        body = body.cut(rod((-20, y, z), (12, y, z), 3))
        screws.append(sc)
parts = [body, cap] + screws
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
