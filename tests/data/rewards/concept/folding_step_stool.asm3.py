# Folding stool in round tube: an outer and an inner bent frame cross like an X beside each
# other, shouldered pivot pins at the crossing, steps hung in hinge barrels. Assembly.
import cadquery as cq
import math

RT, RW = 12.0, 9.5                       # tube radius, bore
XO, XI = 196.0, 170.0                    # leg planes of the outer and the inner frame
YF, ZF, YT, ZT = 164.0, 16.0, 110.0, 446.0


def rod(r, p, q):
    p, q = cq.Vector(*p), cq.Vector(*q)
    return cq.Workplane(cq.Solid.makeCylinder(r, (q - p).Length, p, q - p))


def xrod(r, x0, x1, y, z):
    return rod(r, (x0, y, z), (x1, y, z))


def zleg(y):                             # height of the outer leg's axis at y
    return ZF + (y + YF) * (ZT - ZF) / (YT + YF)


def frame(x, m, ytie):                   # m=+1: foot at the front (-Y), head at the rear
    def build(r):
        f = xrod(r, -x, x, m * YT, ZT)
        for s in (1, -1):
            f = f.union(rod(r, (s * x, -m * YF, ZF), (s * x, m * YT, ZT)))
            f = f.union(cq.Workplane("XY").sphere(r).translate((s * x, m * YT, ZT)))
        return f.union(xrod(r, -x, x, m * ytie, zleg(ytie)))
    return build(RT), build(RW)


of, ob = frame(XO, 1, -130)
inf, inb = frame(XI, -1, -130)
outer, inner = of.cut(ob), inf.cut(inb)

parts, pins = [], []
zc = zleg(0)
for s in (1, -1):
    # pivot at the crossing: pin with two heads and a washer between the legs
    pin = xrod(5, 154, 208, 0, zc).union(xrod(9, 154, 158, 0, zc)).union(xrod(9, 208, 210, 0, zc))
    washer = xrod(12, 182, 184, 0, zc).cut(xrod(5, 180, 190, 0, zc))
    # hanger pins of the lower step: one through each leg (long spacer on the outer one)
    yo = -YF + (188 - ZF) * (YT + YF) / (ZT - ZF)
    hi = xrod(4, 148, 206, yo, 188)
    sp = xrod(8, 158, 184, yo, 188).cut(xrod(4, 150, 190, yo, 188))
    hp = xrod(4, 148, 182, -yo, 188)
    pins += [p if s > 0 else p.mirror("YZ") for p in (pin, hp, hi)]
    parts += [p if s > 0 else p.mirror("YZ") for p in (washer, sp)]

# boots
for x, y in ((XO, -YF), (-XO, -YF), (XI, YF), (-XI, YF)):
    boot = cq.Workplane("XY").center(x, y).circle(16).extrude(34).edges(">Z").fillet(3)
    src = of if y < 0 else inf
    parts.append(boot.cut(src))

# top step in two hinge barrels on the inner frame and two saddles on the outer one
top = cq.Workplane("XY").box(412, 300, 20, centered=(True, True, False)).edges("|Z").fillet(20).translate((0, 0, 460))
for i in range(-5, 6):
    top = top.cut(cq.Workplane("XY").box(340, 6, 5).translate((0, i * 24, 480)))
for x in (-110, 110):
    for y in (-YT, YT):
        lug = xrod(17, x - 25, x + 25, y, ZT).union(
            cq.Workplane("XY").box(50, 34, 18, centered=(True, True, False)).translate((x, y, ZT)))
        if y > 0:                        # open saddle, lifts off when folding
            lug = lug.cut(cq.Workplane("XY").box(60, 60, 40, centered=(True, True, False)).translate((x, y, ZT - 40)))
        top = top.union(lug)
top = top.cut(xrod(RT, -200, 200, YT, ZT)).cut(xrod(RT, -200, 200, -YT, ZT))

# lower step: grooved tread on two hanger bars
low = cq.Workplane("XY").box(316, 112, 14, centered=(True, False, False)).translate((0, -178, 200))
for i in range(4):
    low = low.cut(cq.Workplane("XY").box(270, 6, 5).translate((0, -164 + i * 26, 214)))
low = low.union(cq.Workplane("XY").box(316, 6, 34, centered=(True, False, False)).translate((0, -178, 176)))
for s in (1, -1):
    low = low.union(cq.Workplane("XY").box(8, 248, 32, centered=(True, False, False)).translate((s * 154, -178, 174)))
for p in pins:
    outer, inner, low = outer.cut(p), inner.cut(p), low.cut(p)
parts += pins + [outer, inner, top, low]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
