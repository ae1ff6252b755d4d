import cadquery as cq
import math

# X width 620, Y depth 650 (front = -Y), Z up 1120
SEAT_W, SEAT_Z, SEAT_T = 500.0, 450.0, 40.0
LEG_D_TOP, LEG_D_BOT = 48.0, 36.0
W, D, H = 620.0, 650.0, 1120.0


def rod(p, q, d0, d1=None):
    """Solid (tapered) round bar between two points."""
    p, q = cq.Vector(*p), cq.Vector(*q)
    v = q - p
    d1 = d0 if d1 is None else d1
    if d0 == d1:
        return cq.Workplane(obj=cq.Solid.makeCylinder(d0 / 2, v.Length, p, v))
    return cq.Workplane(obj=cq.Solid.makeCone(d0 / 2, d1 / 2, v.Length, p, v))


# seat: side profile with waterfall front and slight dish, extruded across X
seat = (
    cq.Workplane("YZ")
    .moveTo(-290, SEAT_Z - 32)
    .threePointArc((-278, SEAT_Z - 8), (-250, SEAT_Z))
    .spline([(-100, SEAT_Z - 8), (60, SEAT_Z - 20), (230, SEAT_Z - 2)], includeCurrent=True)
    .lineTo(230, SEAT_Z - 2 - SEAT_T)
    .spline([(60, SEAT_Z - 20 - SEAT_T), (-100, SEAT_Z - 10 - SEAT_T), (-250, SEAT_Z - 6 - SEAT_T)], includeCurrent=True)
    .threePointArc((-280, SEAT_Z - 42), (-290, SEAT_Z - 32))
    .close()
    .extrude(SEAT_W / 2, both=True)
)

# splayed legs; feet reach the envelope in X and Y
fx, fy_f, fy_b = W / 2 - 20, -D / 2 + 20, D / 2 - 20
tops = {(sx, sy): (sx * 195, -200 if sy < 0 else 180, SEAT_Z - 25) for sx in (-1, 1) for sy in (-1, 1)}
feet = {(sx, sy): (sx * fx, fy_f if sy < 0 else fy_b, 0) for sx in (-1, 1) for sy in (-1, 1)}
body = seat
for k in tops:
    body = body.union(rod(tops[k], feet[k], LEG_D_TOP, LEG_D_BOT))


def on_leg(k, z):
    t = (z - tops[k][2]) / (feet[k][2] - tops[k][2])
    return tuple(a + t * (b - a) for a, b in zip(tops[k], feet[k]))


# crossbars front, rear, sides
for a, b, z in [((-1, -1), (1, -1), 170), ((-1, 1), (1, 1), 170), ((-1, -1), (-1, 1), 230), ((1, -1), (1, 1), 230)]:
    body = body.union(rod(on_leg(a, z), on_leg(b, z), 28))

# backrest: lumbar curve in side view cut out of a curved (in plan) shell
R = 420.0
shell = (
    cq.Workplane("YZ")
    .moveTo(185, SEAT_Z - 30)
    .spline([(180, 560), (205, 720), (250, 930)], includeCurrent=True)
    .lineTo(282, 930)
    .spline([(240, 720), (215, 560), (222, SEAT_Z - 30)], includeCurrent=True)
    .close().extrude(230, both=True)
)
outline = (
    cq.Workplane("XZ").moveTo(-170, SEAT_Z - 40)
    .spline([(-215, 620), (-190, 860), (-130, 930)], includeCurrent=True)
    .lineTo(130, 930)
    .spline([(190, 860), (215, 620), (170, SEAT_Z - 40)], includeCurrent=True)
    .close().extrude(400, both=True)
)
body = body.union(shell.intersect(outline))

# headrest on two posts
for sx in (-1, 1):
    body = body.union(rod((sx * 60, 258, 880), (sx * 60, 275, 1060), 26))
head = (
    cq.Workplane("XZ").moveTo(-120, 1000).lineTo(120, 1000)
    .threePointArc((155, 1060), (110, 1112)).threePointArc((0, H), (-110, 1112)).threePointArc((-155, 1060), (-120, 1000))
    .close().extrude(25, both=True).translate((0, 272, 0)).edges("|Y").fillet(12)
)
body = body.union(head)

# armrests: swept arm pads on uprights
for sx in (-1, 1):
    x = sx * 262
    pad = (
        cq.Workplane("YZ").moveTo(-190, 640)
        .threePointArc((-20, 668), (190, 650)).lineTo(215, 625).threePointArc((-20, 638), (-190, 612)).close()
        .extrude(30, both=True).translate((x, 0, 0)).edges("|X").fillet(8)
    )
    body = body.union(pad)
    body = body.union(rod((sx * 235, -130, SEAT_Z - 25), (x, -140, 640), 32))
    body = body.union(rod((sx * 235, 140, SEAT_Z - 25), (x, 150, 640), 32))
    # tie to the backrest
    body = body.union(rod((x, 190, 636), (sx * 185, 208, 650), 30))
# feet cut level with the floor
fixture = body.intersect(cq.Workplane("XY").box(2 * W, 2 * D, 2 * H, centered=(True, True, False)))
