import cadquery as cq
import math

# X forward (towards the fingertips), Y opening direction, Z thickness
L, W, H = 160.0, 120.0, 60.0
PALM_L, PALM_W = 46.0, 84.0
LINK_T, LINK_W = 8.0, 14.0
FING_T, FING_W = 22.0, 14.0
PIN_D, BOSS_D = 6.0, 18.0
LINK_LEN = 48.0
LINK_DEG = 18.0                     # links open outwards by this angle

palm = cq.Workplane("XY").box(PALM_L, PALM_W, H, centered=(False, True, True)).edges("|X").fillet(6)
# slot across the front of the palm: leaves two clevis plates for the links
slot = cq.Workplane("XY").box(40, PALM_W + 10, 42, centered=(False, True, True)).translate((PALM_L - 22, 0, 0))
palm = palm.cut(slot)
# mounting holes on the back: 4 x M6 on a rectangle and a centring bore
mh = cq.Workplane("YZ").rect(56, 36, forConstruction=True).vertices().circle(3.3).extrude(PALM_L)
palm = palm.cut(mh).cut(cq.Workplane("YZ").circle(11).extrude(PALM_L))


def z_cyl(p, d, h):
    return cq.Workplane("XY").center(*p).circle(d / 2).extrude(h / 2, both=True)


def link(p, q, z):
    dx, dy = q[0] - p[0], q[1] - p[1]
    n = math.hypot(dx, dy)
    b = cq.Workplane("XY").slot2D(n + LINK_W, LINK_W).extrude(LINK_T / 2, both=True)
    b = b.rotate((0, 0, 0), (0, 0, 1), math.degrees(math.atan2(dy, dx)))
    return b.translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, z))


z_link = FING_T / 2 + LINK_T / 2 - 0.2
body = palm
bores = []
for s in (-1, 1):
    a = math.radians(LINK_DEG)
    d = (LINK_LEN * math.cos(a), s * LINK_LEN * math.sin(a))
    inner0 = (PALM_L - 11, s * 12)
    outer0 = (PALM_L - 11, s * 34)
    inner1 = (inner0[0] + d[0], inner0[1] + d[1])
    outer1 = (outer0[0] + d[0], outer0[1] + d[1])
    for p, q in ((inner0, inner1), (outer0, outer1)):
        for z in (-z_link, z_link):
            body = body.union(link(p, q, z))
        body = body.union(z_cyl(p, BOSS_D - 2, 42.2))
        body = body.union(z_cyl(q, BOSS_D, FING_T + 2 * LINK_T + 6))
        bores += [p, q]
    # finger: block that spans both pivots, then a straight parallel blade
    y_in, y_out = sorted((inner1[1], outer1[1]))
    root = (
        cq.Workplane("XY").box(20, 40, FING_T)
        .edges("|Z").fillet(6).translate((inner1[0], (y_in + y_out) / 2, 0))
    )
    x0 = inner1[0] - 4
    blade_y = s * (abs(inner1[1]) - 1)
    blade = (
        cq.Workplane("XY").moveTo(x0, blade_y - s * 7).lineTo(L, blade_y - s * 7).lineTo(L, blade_y + s * 1)
        .lineTo(L - 30, blade_y + s * 7).lineTo(x0 + 14, blade_y + s * 22).lineTo(x0, blade_y + s * 22).close()
        .extrude(FING_T / 2, both=True)
    )
    pad = cq.Workplane("XY").box(34, 5, FING_T + 6).edges("|Y").fillet(2).translate((L - 17, blade_y - s * 8.5, 0))
    for k in range(4):
        pad = pad.cut(cq.Workplane("XY").box(2, 2, 60).translate((L - 29 + 8 * k, blade_y - s * 11, 0)))
    body = body.union(root).union(blade).union(pad)

for p in bores:
    body = body.cut(z_cyl(p, PIN_D, 100))
fixture = body
