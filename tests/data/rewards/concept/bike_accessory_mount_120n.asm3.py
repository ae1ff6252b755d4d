# Two-piece clamp (body and cap, four bolts) on a bike tube along Y; the arm is machined
# in one with the body: T-section deck over a triangulated web.
import cadquery as cq
import math

R_TUBE = 15.9
GAP = 1.0                                # half gap between the clamp halves


def xz(pts, w):
    return cq.Workplane("XZ").polyline(pts).close().extrude(w / 2.0, both=True)


bore = cq.Workplane("XZ").circle(R_TUBE).extrude(60, both=True)
half = [(GAP, -45), (12, -45), (24, -26), (24, 45), (GAP, 45)]
body = xz(half, 80)
cap = xz([(-GAP, -45), (-10, -45), (-24, -20), (-24, 20), (-10, 45), (-GAP, 45)], 80)
cap = cap.cut(cq.Workplane("XY").box(40, 22, 100).translate((-42, 0, 0)))   # relief, leaves two straps

# arm: web with triangular windows, deck plate, accessory pad at the end
arm = xz([(20, 43), (156, 43), (156, 33), (20, -30)], 12)
for tri in ([(30, 33), (66, 33), (30, -14)], [(76, 33), (38, -14), (78, 3)],
            [(86, 33), (112, 33), (86, 9)], [(122, 33), (140, 33), (97, 14)]):
    arm = arm.cut(cq.Workplane("XZ").polyline(tri).close().extrude(20, both=True))
foot = cq.Workplane("XZ").polyline([(20, -32), (156, 31), (156, 36), (20, -25)]).close().extrude(12, both=True)
deck = (cq.Workplane("XY").workplane(offset=38)
        .polyline([(20, 34), (60, 16), (108, 16), (118, 30), (156, 30),
                   (156, -30), (118, -30), (108, -16), (60, -16), (20, -34)]).close().extrude(7))
deck = deck.edges("|Z and >X").fillet(8)
body = body.union(arm).union(foot).union(deck)
pad_holes = cq.Workplane("XY").pushPoints([(126, 22), (148, 22), (126, -22), (148, -22)]).circle(2.75).extrude(60)
body = body.cut(pad_holes).cut(bore)
cap = cap.cut(bore)

bolts = []
for y in (28, -28):
    for z in (31, -31):
        d = cq.Vector(1, 0, 0)
        x_seat = -9.0
        shank = cq.Workplane(cq.Solid.makeCylinder(3, 10 - x_seat, cq.Vector(x_seat, y, z), d))
        head = cq.Workplane(cq.Solid.makeCylinder(5, 6, cq.Vector(x_seat - 6, y, z), d))
        cap = cap.cut(cq.Workplane(cq.Solid.makeCylinder(5, 30, cq.Vector(x_seat - 30, y, z), d))).cut(shank)
        body = body.cut(shank)
        bolts.append(shank.union(head))
parts = [body, cap] + bolts
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
