# Rolled-sheet butt hinge: each leaf is one strip whose tongues are curled around the pin;
# leaves flush with the barrel's underside, pin with two formed heads. Three parts.
import cadquery as cq
import math

LX, LY, T = 50.0, 66.0, 3.0
RB, RP = 6.0, 3.0
N, PITCH = 5, 66.0 / 5


def ycyl(r, y0, y1):
    return cq.Workplane(cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(0, y0, RB), cq.Vector(0, 1, 0)))


def leaf(knuckles):                      # leaf on the -X side
    p = cq.Workplane("XY").box(LX, LY, T, centered=(False, True, False)).translate((-LX, 0, 0))
    p = p.edges("|Z and <X").fillet(8)
    for i in range(N):
        y0 = -LY / 2 + i * PITCH
        if i in knuckles:
            k = ycyl(RB, y0, y0 + PITCH)
            # seam where the rolled end meets the leaf again
            k = k.cut(cq.Workplane("XY").box(8, PITCH, 0.8, centered=(False, False, False))
                      .translate((-8, y0, T)))
            p = p.union(k)
        else:                            # room for the other leaf's knuckle
            p = p.cut(cq.Workplane("XY").box(RB + 0.8, PITCH, 20, centered=(False, False, True))
                      .translate((-RB - 0.8, y0, 0)))
    p = p.cut(ycyl(RP, -50, 50))
    for x, y in ((-38, 22), (-22, 0), (-38, -22)):
        p = p.cut(cq.Workplane(cq.Solid.makeCylinder(2.3, T, cq.Vector(x, y, 0))))
        p = p.cut(cq.Workplane(cq.Solid.makeCone(2.3, 4.6, 2.3, cq.Vector(x, y, T - 2.3))))
    return p


a = leaf((0, 2, 4))
b = leaf((1, 3)).rotate((0, 0, 0), (0, 0, 1), 180)
pin = ycyl(RP, -LY / 2, LY / 2)
pin = pin.union(ycyl(4.5, LY / 2, LY / 2 + 2).faces(">Y").edges().fillet(1.2))
pin = pin.union(ycyl(4.5, -LY / 2 - 2, -LY / 2).faces("<Y").edges().fillet(1.2))
parts = [a, b, pin]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
