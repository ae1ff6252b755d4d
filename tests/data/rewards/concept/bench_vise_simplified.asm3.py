# Bench vise with two round guide rods: cast base (fixed jaw and screw bridge), moving jaw
# sliding on the rods, hardened jaw inserts, trapezoidal screw and a cross handle.
import cadquery as cq
import math

ZR, YR, RR = 62.0, 34.0, 9.0            # guide rods


def cyl(axis, r, x0, x1, y=0.0, z=ZR):
    return cq.Workplane(cq.Solid.makeCylinder(r, x1 - x0, cq.Vector(x0, y, z), cq.Vector(1, 0, 0)))


def side(pts, w):                        # profile in XZ, symmetric in Y
    return cq.Workplane("XZ").polyline(pts).close().extrude(w / 2.0, both=True)


base = cq.Workplane("XY").box(215, 140, 16, centered=(False, True, False)).edges("|Z").fillet(14)
waist = cq.Workplane("XY").center(107, 0).rect(100, 30).extrude(16)
for s in (1, -1):                        # waist between the four bolting ears
    base = base.cut(waist.translate((0, s * 70, 0)))
base = base.cut(cq.Workplane("XY").pushPoints([(30, 58), (30, -58), (187, 58), (187, -58)]).circle(5.5).extrude(16))
fixed = side([(2, 10), (50, 10), (50, 150), (24, 150), (24, 112), (2, 70)], 92)
bridge = side([(178, 10), (214, 10), (210, 88), (184, 88)], 92).edges(">Z and |X").fillet(14)
moving = side([(95, 40), (152, 40), (152, 90), (122, 150), (95, 150)], 92)
insert_f = cq.Workplane("XY").box(8, 92, 40).translate((54, 0, 130))
insert_m = cq.Workplane("XY").box(8, 92, 40).translate((91, 0, 130))
rods = [cyl("x", RR, 20, 210, s * YR) for s in (1, -1)]

# screw: thrust collar, journal through the moving jaw, second collar, thread, head
pts = [(86, 0), (86, 15), (95, 15), (95, 10), (152, 10), (152, 15), (159, 15), (159, 8.5)]
x = 160.0
while x < 248:
    pts += [(x, 8.5), (x + 1, 10), (x + 2.5, 10), (x + 3.5, 8.5)]
    x += 5
pts += [(252, 8.5), (252, 15), (280, 15), (280, 0)]
screw = (cq.Workplane("XY").polyline(pts).close().revolve(360, (0, 0, 0), (1, 0, 0)).translate((0, 0, ZR))
         .faces(">X").chamfer(2))
bar = cq.Workplane(cq.Solid.makeCylinder(5, 124, cq.Vector(267, -62, ZR), cq.Vector(0, 1, 0)))
screw = screw.cut(bar)
for s in (1, -1):
    bar = bar.union(cq.Workplane("XY").sphere(8).translate((267, s * 62, ZR)))

body = base.union(fixed).union(bridge).cut(cyl("x", 10, 170, 220))
for r in rods:
    body, moving = body.cut(r), moving.cut(r)
moving = moving.cut(cyl("x", 10, 90, 160))
parts = [body, moving, insert_f, insert_m, screw, bar] + rods
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
