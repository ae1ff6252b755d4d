# Pressed-steel strap with two rounded stiffening beads that run from flange to flange, and a
# rubber liner as a separate part: that is the surface the pipe lies against.
import cadquery as cq
import math

RP, TL, TS = 37.0, 4.0, 5.0              # pipe radius, liner, sheet
ZC = 30.0                                # pipe axis
W, L = 80.0, 160.0
RI, RO = RP + TL, RP + TL + TS           # strap radii
RB = 4.0                                 # bead radius


def arch(r, z0=0.0):                     # solid under an arch of radius r, straight legs to z0
    return (cq.Workplane("XZ").moveTo(-r, z0).lineTo(-r, ZC).threePointArc((0, ZC + r), (r, ZC))
            .lineTo(r, z0).close())


flange = cq.Workplane("XY").box(L, W, TS, centered=(True, True, False)).edges("|Z").fillet(12)
strap = flange.union(arch(RO).extrude(W / 2, both=True)).cut(arch(RI, -1).extrude(W, both=True))
# bend radius where the legs run into the flanges (outside)
strap = strap.edges(cq.selectors.BoxSelector((-RO - 0.1, -W, TS - 0.1), (RO + 0.1, W, TS + 0.1))).edges("|Y").fillet(6)

# rounded beads: round section swept up one leg, over the top and down the other
for y in (-20, 20):
    path = (cq.Workplane("XZ", origin=(0, y, 0)).moveTo(-RO, TS - 1).lineTo(-RO, ZC)
            .threePointArc((0, ZC + RO), (RO, ZC)).lineTo(RO, TS - 1))
    bead = cq.Workplane("XY", origin=(-RO, y, TS - 1)).circle(RB).sweep(path)
    strap = strap.union(bead)
    for s in (1, -1):                    # run-out on the flange, ending in a half dome
        r = cq.Workplane(cq.Solid.makeCylinder(RB, 24, cq.Vector(s * (RO - 1), y, TS - 1), cq.Vector(s, 0, 0)))
        r = r.union(cq.Workplane("XY").sphere(RB).translate((s * (RO + 23), y, TS - 1)))
        r = r.intersect(cq.Workplane("XY").box(400, 400, 40, centered=(True, True, False)))
        strap = strap.union(r)
strap = strap.cut(arch(RI, -1).extrude(W, both=True))
# two bolt holes per flange outside the beads, a slot between them for adjusting
strap = strap.cut(cq.Workplane("XY").pushPoints([(s * 64, y) for s in (1, -1) for y in (-31, 31)])
                  .circle(3.3).extrude(TS))
strap = strap.cut(cq.Workplane("XY").pushPoints([(-64, 0), (64, 0)]).slot2D(18, 9, 0).extrude(TS))

# liner, a little narrower than the strap
liner = arch(RI, 6).extrude(W / 2 - 2, both=True).cut(arch(RP, -1).extrude(W, both=True))
parts = [strap, liner]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
