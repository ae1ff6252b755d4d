# Bent-sheet hat: U cradle whose walls end in outturned lips for the servo's four screws; base
# plate widened into an ear on either side, triangular ribs welded in the outer corners.
import cadquery as cq
import math

T = 3.0
XI, H = 20.6, 55.0                       # half servo length, height
XL = 34.0                                # end of the lips


def hat(m):
    return [(m * x, z) for x, z in ((XI, T), (XI, H), (XL, H), (XL, H - T), (XI + T, H - T), (XI + T, 0))]


# cradle section in XZ: floor, two walls, two lips
sec = hat(1) + hat(-1)[::-1]
cradle = cq.Workplane("XZ").polyline(sec).close().extrude(14, both=True)
for x, z, r in ((XI, T, 1.5), (XI, H, 3.5), (XI + T, H - T, 1.0)):   # bends
    for m in (1, -1):
        cradle = cradle.edges(cq.selectors.BoxSelector((m * x - 0.1, -20, z - 0.1), (m * x + 0.1, 20, z + 0.1))).fillet(r)
lip_c = cradle.edges("|Z and (>X or <X)")
cradle = lip_c.fillet(4)

# base with the ears: waisted in the middle, slotted fixing holes
base = cq.Workplane("XY").rect(80, 60).extrude(T).edges("|Z").fillet(7)
for s in (1, -1):
    base = base.cut(cq.Workplane("XY").center(0, s * 30).slot2D(54, 26).extrude(T))
base = base.cut(cq.Workplane("XY").pushPoints([(x, y) for x in (-33, 33) for y in (-22, 22)])
                .slot2D(6.5, 4.3, 90).extrude(T))
body = cradle.union(base)
# stiffening ribs, two on each side, clear of the screw heads
rib = cq.Workplane("XZ").polyline([(XI + 1, 1), (38, 1), (38, T + 1), (XI + T, 36), (XI + 1, 36)]).close().extrude(1.25, both=True)
for y in (-12.7, 12.7):
    body = body.union(rib.translate((0, y, 0))).union(rib.mirror("YZ").translate((0, y, 0)))
# four servo screws in the lips
body = body.cut(cq.Workplane("XY").workplane(offset=H - 6).pushPoints(
    [(x, y) for x in (-28.5, 28.5) for y in (-5, 5)]).circle(2.2).extrude(10))
# cable notch at the foot of one wall, let down into the floor
notch = cq.Workplane("YZ").workplane(offset=XI - 1).center(0, 9).slot2D(20, 8, 90).extrude(T + 3)
body = body.cut(notch)
# lightening hole in the other wall and in the floor
body = body.cut(cq.Workplane("YZ").workplane(offset=-XI - T - 1).center(0, 28).slot2D(30, 14, 90).extrude(T + 2))
body = body.cut(cq.Workplane("XY").slot2D(24, 12).extrude(T))
fixture = body
