# Parallel-linkage gripper as an assembly: palm with a pivot tongue, every finger on two pairs
# of link bars (above and below), shouldered pins, rubber fingertip pads.
import cadquery as cq
import math

P1, P2 = (36.0, 24.0), (54.0, 9.0)       # pivots on the palm (upper finger)
LK = (32.0, 27.0)                        # link vector
F1, F2 = (P1[0] + LK[0], P1[1] + LK[1]), (P2[0] + LK[0], P2[1] + LK[1])
HT, TL, RP = 10.0, 6.0, 3.0              # half thickness of tongue and finger, link, pin radius


def disc(c, r, z0, z1):
    return cq.Workplane("XY").workplane(offset=z0).center(*c).circle(r).extrude(z1 - z0)


def flip(wp):                            # the same part on the other side
    return wp.mirror("XZ")


def link(p, q, z0):
    ln = math.hypot(q[0] - p[0], q[1] - p[1])
    a = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    b = (cq.Workplane("XY").slot2D(ln + 15, 15).extrude(TL)
         .cut(cq.Workplane("XY").slot2D(ln - 17, 6).extrude(TL)))
    b = b.rotate((0, 0, 0), (0, 0, 1), a).translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, z0))
    return b.cut(disc(p, RP, -40, 40)).cut(disc(q, RP, -40, 40))


palm = cq.Workplane("XY").box(24, 92, 60, centered=(False, True, True)).edges("|X").fillet(8)
tongue = (cq.Workplane("XY").workplane(offset=-HT)
          .polyline([(20, 36), (30, 36), (62, 14), (62, -14), (30, -36), (20, -36)]).close().extrude(2 * HT))
palm = palm.union(tongue.edges("|Z and >X").fillet(5))
for s in (1, -1):
    for p in (P1, P2):                   # pivot bosses of the palm
        palm = palm.union(disc((p[0], s * p[1]), 8.5, -HT, HT))
        palm = palm.cut(disc((p[0], s * p[1]), RP, -40, 40))
palm = palm.cut(cq.Workplane("YZ").pushPoints([(y, z) for y in (-34, 34) for z in (-19, 19)]).circle(3.3).extrude(30))
palm = palm.cut(cq.Workplane("YZ").pushPoints([(0, 0)]).circle(5).extrude(40))      # actuator bore
palm = palm.cut(cq.Workplane("XY").box(16, 40, 22).translate((16, 0, 27))).cut(
    cq.Workplane("XY").box(16, 40, 22).translate((16, 0, -27)))

finger = (cq.Workplane("XY").workplane(offset=-HT)
          .polyline([(68, 58), (100, 49), (156, 35), (160, 31), (160, 24), (112, 24), (84, 29), (64, 44)])
          .close().extrude(2 * HT))
for f in (F1, F2):
    finger = finger.union(disc(f, 9, -HT, HT))
for f in (F1, F2):
    finger = finger.cut(disc(f, RP, -40, 40))
finger = finger.cut(cq.Workplane("XY").workplane(offset=-20).center(122, 35).slot2D(30, 8, -13).extrude(40))
pad = (cq.Workplane("XY").box(44, 8, 2 * HT).translate((138, 20, 0)))
for i in range(5):                       # serrated grip face
    pad = pad.cut(cq.Workplane("XY").box(3, 3, 30).rotate((0, 0, 0), (0, 0, 1), 45).translate((122 + 8 * i, 16, 0)))

parts = [palm]
one = [finger, pad]
for p, q in ((P1, F1), (P2, F2)):
    one += [link(p, q, HT), link(p, q, -HT - TL)]
    for c in (p, q):
        h = HT + TL
        one.append(disc(c, RP, -h, h).union(disc(c, 5.5, h, h + 3)).union(disc(c, 5.5, -h - 3, -h)))
parts += one + [flip(p) for p in one]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
