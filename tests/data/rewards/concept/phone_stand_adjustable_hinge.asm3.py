# Easel type: the back turns in a hinge barrel at the base's front, a strut hinged behind it
# stands in one of four half-round notches of the base. Separate parts, pins included.
import cadquery as cq
import math

TB = 8.0
HY, HZ, RH = -36.0, TB + 6.0, 6.0        # hinge axis
LEAN = 22.0
SY, SZ = 9.0, 85.0                       # strut axis in the back's own (upright) frame


def xc(r, x0, x1, y, z):
    return cq.Workplane(cq.Solid.makeCylinder(r, x1 - x0, cq.Vector(x0, y, z), cq.Vector(1, 0, 0)))


def place(wp):
    return wp.rotate((0, 0, 0), (1, 0, 0), -LEAN).translate((0, HY, HZ))


# back, built upright about its hinge axis at the origin, phone side -Y
back = cq.Workplane("XY").box(84, 6, 150, centered=(True, True, False)).translate((0, 0, 6)).edges("|Y and >Z").fillet(16)
back = back.cut(cq.Workplane("XZ").center(0, 45).slot2D(46, 26).extrude(20, both=True))
back = back.cut(cq.Workplane("XZ").center(0, 122).slot2D(46, 26).extrude(20, both=True))
back = back.union(xc(RH, -24, 24, 0, 0)).union(cq.Workplane("XY").box(48, 6, 14, centered=(True, True, False)))
back = back.union(cq.Workplane("XY").box(84, 20, 5, centered=(True, False, False)).translate((0, -20, 11)))
back = back.union(cq.Workplane("XY").box(84, 4, 15, centered=(True, False, False)).translate((0, -20, 11)))
back = back.cut(cq.Workplane("XY").box(16, 30, 30, centered=(True, True, False)).translate((0, -18, 8)))  # plug
for s in (1, -1):                        # side stops and strut lugs with their bosses
    back = back.union(cq.Workplane("XY").box(4, 18, 34, centered=(True, False, False)).translate((s * 42, -15, 50)).edges("|X and <Y").fillet(5))
    lug = xc(5, 15, 23, SY, SZ).union(cq.Workplane("XY").box(8, 8, 18).translate((19, 5, SZ - 2)))
    back = back.union(lug if s > 0 else lug.mirror("YZ"))
back = back.cut(xc(2.5, -40, 40, 0, 0)).cut(xc(2, -40, 40, SY, SZ))
back = place(back)

# base: plate with notches, outer hinge knuckles, four screw bosses at the corners
base = cq.Workplane("XY").box(120, 120, TB, centered=(True, True, False)).edges("|Z").fillet(14)
base = base.cut(cq.Workplane("XY").center(0, -2).slot2D(60, 24).extrude(TB))
for x0, x1 in ((-38, -24), (24, 38)):
    base = base.union(xc(RH, x0, x1, HY, HZ)).union(
        cq.Workplane("XY").box(x1 - x0, 2 * RH, HZ - TB + 1, centered=(True, True, False)).translate(((x0 + x1) / 2, HY, TB - 1)))
base = base.cut(xc(2.5, -40, 40, HY, HZ))
for y in (22, 32, 42, 52):
    base = base.cut(xc(3, -20, 20, y, TB))
for x in (-47, 47):
    for y in (-47, 47):
        base = base.union(cq.Workplane("XY").center(x, y).circle(6).extrude(TB + 4))
        base = base.cut(cq.Workplane("XY").center(x, y).circle(2.2).extrude(TB + 4))

# strut from the back's lugs down into the third notch
a = math.radians(LEAN)
sy = HY + SY * math.cos(a) + SZ * math.sin(a)
sz = HZ - SY * math.sin(a) + SZ * math.cos(a)
ny, nz = 42.0, TB
ln = math.hypot(ny - sy, sz - nz)
bar = cq.Workplane("XY").box(30, 4.6, ln, centered=(True, True, False)).cut(
    cq.Workplane("XZ").center(0, ln / 2).slot2D(50, 14, 90).extrude(10, both=True))
bar = bar.rotate((0, 0, 0), (1, 0, 0), math.degrees(math.atan2(ny - sy, sz - nz))).translate((0, ny, nz))
strut = bar.union(xc(5, -15, 15, sy, sz)).union(xc(3, -18, 18, ny, nz)).cut(xc(2, -40, 40, sy, sz))
pin1 = xc(2.5, -38, 38, HY, HZ).union(xc(4.5, 38, 41, HY, HZ)).union(xc(4.5, -41, -38, HY, HZ))
pin2 = xc(2, -23, 23, sy, sz).union(xc(3.5, 23, 25, sy, sz)).union(xc(3.5, -25, -23, sy, sz))
parts = [base, back, strut, pin1, pin2]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
