# Clamshell housing for two parallel shafts, split square to the shafts: case and cover of
# egg-shaped outline meet at a vertical seam, flange all around, radial ribs on the end walls.
import cadquery as cq
import math

C1, C2 = (-50.0, 0.0), (70.0, 0.0)


def egg(r1, r2, z0, z1):
    a = math.acos((r1 - r2) / (C2[0] - C1[0]))
    c, s = math.cos(a), math.sin(a)
    w = (cq.Workplane("XY").workplane(offset=z0).moveTo(C1[0] + r1 * c, r1 * s)
         .threePointArc((C1[0] - r1, 0), (C1[0] + r1 * c, -r1 * s))
         .lineTo(C2[0] + r2 * c, -r2 * s).threePointArc((C2[0] + r2, 0), (C2[0] + r2 * c, r2 * s))
         .close())
    return w.extrude(z1 - z0)


def cz(c, r, z0, z1):
    return cq.Workplane("XY").workplane(offset=z0).center(*c).circle(r).extrude(z1 - z0)


def polar(c, r, a):
    return (c[0] + r * math.cos(math.radians(a)), c[1] + r * math.sin(math.radians(a)))


bolts = [polar(C1, 72, a) for a in (105, 150, 210, 255)] + [polar(C2, 52, a) for a in (75, 25, -25, -75)]
bolts += [(10, 64.5), (10, -64.5)]

# one half, shaft axes along Z, seam at z = 0, outside at z = -90
half = egg(64, 44, -78, 0).faces("<Z").edges().fillet(9)
half = half.union(egg(80, 60, -11, 0).edges("<Z").fillet(3))
ribs = None
for c, angs in ((C1, (90, 128, 180, 232, 270, 0)), (C2, (90, 50, 0, -50, -90))):
    for a in angs:
        blade = (cq.Workplane("XY").box(100, 7, 80, centered=(False, True, False))
                 .translate((0, 0, -84)).rotate((0, 0, 0), (0, 0, 1), a).translate((c[0], c[1], 0)))
        ribs = blade if ribs is None else ribs.union(blade)
ribs = ribs.intersect(egg(72, 52, -84, -4).faces("<Z").edges().chamfer(7))
half = half.union(ribs)
half = half.union(cz(C1, 44, -90, -60)).union(cz(C2, 32, -90, -60))
half = half.cut(egg(57, 37, -69, 1))                       # gear room
for c, rb, rs in ((C1, 31, 26), (C2, 20, 16)):
    half = half.union(cz(c, rb + 8, -70, -60))              # inner bearing collars
    half = half.cut(cz(c, rb, -84, 1)).cut(cz(c, rs, -100, 0))
for p in bolts:
    half = half.cut(cz(p, 4.5, -20, 1)).cut(cz(p, 8.5, -30, -10.5) if abs(p[0] - 10) > 1 else cz(p, 4.5, -20, 1))

case = half
cover = half.mirror("XY")
# drain boss at the bottom of the case, bored into the gear room
yb = -79.0
boss = cq.Workplane("XZ", origin=(-50, yb, -40)).circle(13).extrude(-20)
case = case.union(boss).cut(cq.Workplane("XZ", origin=(-50, yb, -40)).circle(6).extrude(-40))

parts = [p.rotate((0, 0, 0), (1, 0, 0), 90) for p in (case, cover)]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
