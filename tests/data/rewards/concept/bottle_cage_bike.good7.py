# Monocoque bottle cage: a thin cylindrical shell around the bottle from which windows are
# cut, so that slanting arms and ribs are left; back rail, floor ring and inner lip added.
import cadquery as cq
import math

RI, RO, H = 37.0, 40.0, 150.0

shell = cq.Workplane("XY").circle(RO).circle(RI).extrude(H)


def window(pts, r=3.0):                  # side-view window (XZ), rounded, through both flanks
    return cq.Workplane("XZ").polyline(pts).close().offset2D(r).extrude(60, both=True)


# everything above the upper arm, from behind the rail's shoulder to the front
shell = shell.cut(cq.Workplane("XZ").polyline([(-20, 151), (-20, 142), (50, 104), (50, 151)])
                  .close().extrude(60, both=True))
for w in ([(-19, 122), (18, 101), (-19, 84)],          # between upper arm and diagonal rib
          [(22, 92), (22, 56), (-12, 72)],
          [(-19, 64), (18, 46), (-19, 26)],
          [(22, 36), (22, 17), (-10, 18)]):
    shell = shell.cut(window(w))
# front mouth: the arms stay open there above the cup
shell = shell.cut(cq.Workplane("XY").box(60, 40, H, centered=(False, True, False)).translate((0, 0, 24)))

# back rail with two mounting holes 64 mm apart, in a flat strip behind the shell
rail = (cq.Workplane("XY").box(9, 22, H, centered=(False, True, False)).translate((-45, 0, 0))
        .edges("|Z and <X").fillet(3))
rail = rail.cut(cq.Workplane("XY").circle(RI).extrude(H))
# lower stop: floor ring with a drain opening
floor = cq.Workplane("XY").circle(RO).circle(20).extrude(3)
# retaining lip: inner bead on the front ends of the upper arms and a tongue on the rail
bead = cq.Workplane("XY").workplane(offset=93).circle(RI + 0.5).circle(RI - 2).extrude(5)
bead = bead.intersect(cq.Workplane("XY").box(60, 120, 400).translate((50, 0, 0)))
bead = bead.cut(cq.Workplane("XY").box(60, 40, 400, centered=(False, True, True)))
tongue = (cq.Workplane("XY").workplane(offset=H - 6).circle(RI + 0.5).circle(RI - 3).extrude(6)
          .intersect(cq.Workplane("XY").box(30, 24, 400).translate((-45, 0, 0))))

fixture = shell.union(rail).union(floor).union(bead).union(tongue)
for z in (43, 107):
    fixture = fixture.cut(cq.Workplane("YZ").center(0, z).circle(2.6).extrude(-60))
    fixture = fixture.cut(cq.Workplane("YZ").workplane(offset=-38.5).center(0, z).circle(5).extrude(10))
# long lightening slots in the shell on either side of the rail
for y in (17.5, -17.5):
    fixture = fixture.cut(cq.Workplane("YZ").center(y, 75).slot2D(96, 7, 90).extrude(-60))
