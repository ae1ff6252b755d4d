import cadquery as cq
import math

# Assembly version: treads, four slotted bars, pins and barrels as separate bodies.
asm = cq.Assembly(name="step_stool")
wood, alu, dark = cq.Color("burlywood"), cq.Color("gray80"), cq.Color("gray30")


def bar(p, q, w=32, t=12):
    """Round-ended bar between two (y, z) pivots, lying on x = 0..t, with pin holes."""
    L = math.dist(p, q)
    ang = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    return (cq.Workplane("YZ").center((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)
            .transformed(rotate=(0, 0, ang)).slot2D(L + w, w).extrude(t))


def pin(d, L):
    return cq.Workplane("YZ").circle(d / 2).extrude(L / 2, both=True)


def step(w, d, t, n):
    s = cq.Workplane("XY").box(w, d, t, centered=(True, True, False)).edges("|Z").fillet(12)
    return s.faces(">Z").workplane().rarray(1, (d - 40) / (n - 1), 1, n).rect(w - 60, 5).cutBlind(-3)


A0, A1 = (-164, 16), (95, 440)
B0, B1 = (164, 16), (-95, 440)
zc = 16 + 424 * 164 / 259.0
zl = 210.0
yl = -164 + 259 * (zl - 16) / 424.0

inner = bar(A0, A1).cut(pin(14, 900).translate((0, 0, zc))).cut(pin(14, 900).translate((0, A1[0], A1[1])))
inner = inner.cut(pin(14, 900).translate((0, yl, zl)))
outer = bar(B0, B1).cut(pin(14, 900).translate((0, 0, zc))).cut(pin(14, 900).translate((0, B1[0], B1[1])))
for n, x in (("L", -180), ("R", 168)):
    asm.add(inner.translate((x, 0, 0)), name="inner_" + n, color=alu)
for n, x in (("L", -192), ("R", 180)):
    asm.add(outer.translate((x, 0, 0)), name="outer_" + n, color=alu)

asm.add(pin(14, 400).translate((0, 0, zc)), name="cross_pivot", color=dark)
asm.add(pin(14, 370).translate((0, yl, zl)), name="low_pivot", color=dark)
top = step(420, 270, 20, 7).translate((0, 0, 460))
for k, (y, L, xw) in enumerate(((A1[0], 380, 168), (B1[0], 404, 180))):
    barrel = (cq.Workplane("YZ").circle(15).extrude(xw, both=True)
              .union(cq.Workplane("XY").box(2 * xw, 16, 22).translate((0, 0, 9)))
              .translate((0, y, 440)).cut(pin(14, 900).translate((0, y, 440))))
    asm.add(barrel, name=f"hinge_barrel_{k}", color=dark)
    asm.add(pin(14, L).translate((0, y, 440)), name=f"hinge_pin_{k}", color=dark)
asm.add(top, name="top_step", color=wood)
low = step(336, 160, 24, 4).translate((0, yl - 50, zl - 12)).cut(pin(14, 900).translate((0, yl, zl)))
asm.add(low, name="lower_step", color=wood)
asm.add(pin(20, 336).translate((0, A0[0], A0[1])), name="front_spreader", color=dark)
asm.add(pin(20, 360).translate((0, B0[0], B0[1])), name="rear_spreader", color=dark)
fixture = asm
