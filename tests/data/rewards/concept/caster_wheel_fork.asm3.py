# Caster as an assembly: pressed-sheet fork with tapering cheeks, cored wheel with a tyre,
# axle bolt with nut, turned king pin with race collars, top plate.
import cadquery as cq
import math

XA, RW, WW = -5.0, 40.0, 26.0           # axle offset (trail), wheel radius and width
T = 4.0                                 # fork sheet
YI = 16.0                               # inside half width of the fork


def ycyl(r, y0, y1, x=XA, z=RW):
    return cq.Workplane(cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(x, y0, z), cq.Vector(0, 1, 0)))


tyre = ycyl(RW, -WW / 2, WW / 2).edges().fillet(5).cut(ycyl(30, -20, 20))
core = ycyl(30, -WW / 2 + 1, WW / 2 - 1)
for s in (1, -1):                       # dished web on both sides
    core = core.cut(ycyl(25, 4, 20) if s > 0 else ycyl(25, -20, -4))
core = core.union(ycyl(9, -YI, YI))
for i in range(5):
    a = math.radians(72 * i)
    core = core.cut(ycyl(4.5, -20, 20, XA + 17 * math.cos(a), RW + 17 * math.sin(a)))
axle = ycyl(4, -26, 26).union(
    cq.Workplane("XZ", origin=(XA, -YI - T, RW)).polygon(6, 15).extrude(6)).union(
    cq.Workplane("XZ", origin=(XA, YI + T + 6, RW)).polygon(6, 15).extrude(6))
core = core.cut(ycyl(4, -30, 30))

# fork: U-bend in YZ, cheeks trimmed to a taper in side view
u = (cq.Workplane("YZ").rect(2 * (YI + T), 200).extrude(45, both=True)
     .translate((0, 0, -9)).edges("|X and >Z").fillet(8))
inner = (cq.Workplane("YZ").rect(2 * YI, 200).extrude(60, both=True)
         .translate((0, 0, -9 - T)).edges("|X and >Z").fillet(4))
trim = (cq.Workplane("XZ").moveTo(-26, 95).lineTo(30, 95).lineTo(30, 78).lineTo(XA + 11, RW)
        .threePointArc((XA, RW - 11), (XA - 11, RW)).lineTo(-26, 78).close().extrude(60, both=True))
fork = u.cut(inner).intersect(trim).cut(ycyl(4, -30, 30))
stem_prof = [(0, 83), (7, 83), (7, 91), (16, 91), (16, 95), (13, 95), (13, 99), (17, 99), (17, 106),
             (10, 109), (10, 118), (18, 120), (18, 124), (6, 124), (6, 130), (0, 130)]
stem = cq.Workplane("XZ").polyline(stem_prof).close().revolve(360, (0, 0, 0), (0, 1, 0))
# riveted head of the king pin under the crown
rivet = cq.Workplane("XY").workplane(offset=83).circle(10).extrude(4)
stem = stem.union(rivet)
fork = fork.cut(stem)
plate = cq.Workplane("XY").box(90, 80, 6, centered=(True, True, False)).edges("|Z").fillet(8).translate((0, 0, 124))
plate = plate.cut(cq.Workplane("XY").workplane(offset=120).rect(66, 56, forConstruction=True).vertices()
                  .slot2D(12, 8.5, 0).extrude(20))
plate = plate.cut(stem)
parts = [tyre, core, axle, fork, stem, plate]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
