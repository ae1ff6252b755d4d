import cadquery as cq
from cadquery import Vector, Solid

# Tubular version: depth along X, width along Y, centred at the origin

def tube(p, q, r=12):
    a, b = Vector(*p), Vector(*q)
    return cq.Workplane(obj=Solid.makeCylinder(r, (b - a).Length, a, b - a))

FX, TX = 194, 105          # foot and head positions along X
ZB, ZT = -228, 208
t = FX / (FX + TX)
ZC = ZB + t * (ZT - ZB)    # crossing height

# top step: tray with stiffening ribs underneath
top = cq.Workplane("XY").box(290, 360, 30).edges("|Z").fillet(30)
top = top.cut(cq.Workplane("XY").box(274, 344, 22).edges("|Z").fillet(24).translate((0, 0, -6)))
for y in (-85, 0, 85):
    top = top.union(cq.Workplane("XY").box(280, 6, 26).translate((0, y, 0)))
top = top.translate((0, 0, 225))
top = top.cut(cq.Workplane("XY").rarray(22, 1, 11, 1).rect(5, 300).extrude(4).translate((0, 0, 238)))
model = top

# frame A (outer, y=+-158) and frame B (inner, y=+-130)
for y, s in ((158, -1), (130, 1)):
    for side in (-1, 1):
        model = model.union(tube((s * FX, side * y, ZB), (-s * TX, side * y, ZT)))
        foot = cq.Workplane("XY").circle(16).extrude(30).faces("<Z").chamfer(2).translate((s * FX, side * y, -240))
        model = model.union(foot)
    # head tube = hinge barrel under the step, and a floor stretcher
    model = model.union(tube((-s * TX, -y - 16, ZT), (-s * TX, y + 16, ZT), 14))
    zs = -170
    xs = s * (FX - (zs - ZB) / (ZT - ZB) * (FX + TX))
    model = model.union(tube((xs, -y, zs), (xs, y, zs), 10))

# pivots at the crossing
for side in (-1, 1):
    model = model.union(tube((0, side * 114, ZC), (0, side * 174, ZC), 17))
    model = model.union(tube((0, side * 174, ZC), (0, side * 179, ZC), 10))

# lower step on frame B, towards +X
zl = -55
xb = FX - (zl - ZB) / (ZT - ZB) * (FX + TX)
low = cq.Workplane("XY").box(150, 262, 18).edges("|Z").fillet(15).translate((xb + 50, 0, zl))
low = low.cut(cq.Workplane("XY").rarray(20, 1, 6, 1).rect(5, 210).extrude(4).translate((xb + 55, 0, zl + 7.5)))
model = model.union(low).union(tube((xb, -140, zl), (xb, 140, zl), 14))
# hanger struts to the front edge
for side in (-1, 1):
    y = side * 121
    zq = -150
    xq = FX - (zq - ZB) / (ZT - ZB) * (FX + TX)
    model = model.union(tube((xb + 105, y, zl - 3), (xq - 3, y, zq + 3), 7))

fixture = model
