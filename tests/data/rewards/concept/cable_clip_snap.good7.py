# Moulded clip: upright barbed fingers in two pairs on either side of a cradle (not a C-ring),
# stadium-shaped pad with the countersunk screw beside the channel. Cable along Y.
import cadquery as cq
import math

L, W, H = 45.0, 28.0, 22.0
TP = 3.5                                 # pad thickness
XC, RC = 8.0, 5.5                        # channel position and cable radius
ZC = TP + 1.5 + RC                       # cable centre

pad = cq.Workplane("XY").box(L, W, TP, centered=(True, True, False)).edges("|Z").fillet(9)
pad = pad.faces(">Z").edges().chamfer(0.6)

# cradle: block with the rounded channel in its top
cradle = cq.Workplane("XY").box(2 * RC + 5, W - 6, ZC - 0.5, centered=(True, True, False)).translate((XC, 0, 0))

# finger section (XZ): slim stem, barb that reaches over the cable, lead-in chamfer at the tip
s = RC + 2.5
finger = [(RC - 0.2, TP), (s, TP), (s - 0.2, H - 3), (s - 1.2, H), (s - 1.9, H),
          (RC - 1.5, H - 4.2), (RC - 1.5, H - 5.0), (RC - 0.2, ZC + 2.6)]
clip = pad.union(cradle)
for m in (1, -1):
    f = (cq.Workplane("XZ").polyline([(m * x, z) for x, z in finger]).close()
         .extrude((W - 6) / 2.0, both=True).translate((XC, 0, 0)))
    clip = clip.union(f)
    # root gusset outside every finger
    g = (cq.Workplane("XZ").polyline([(m * (s - 0.4), TP - 0.2), (m * (s + 3), TP - 0.2), (m * (s - 0.4), TP + 3.5)])
         .close().extrude(1.2, both=True))
    for y in (-8, 8):
        clip = clip.union(g.translate((XC, y, 0)))
# round channel, then a slit across that parts each wall into two fingers
clip = clip.cut(cq.Workplane("XZ").center(XC, ZC).circle(RC).extrude(W, both=True))
clip = clip.cut(cq.Workplane("XY").box(2 * s + 4, 5, H).translate((XC, 0, ZC + 0.5 + H / 2.0 - 3)))

# screw hole with countersink
xs = -13.0
clip = clip.cut(cq.Workplane(cq.Solid.makeCylinder(2.1, TP, cq.Vector(xs, 0, 0))))
clip = clip.cut(cq.Workplane(cq.Solid.makeCone(2.1, 4.3, 2.2, cq.Vector(xs, 0, TP - 2.2))))
fixture = clip
