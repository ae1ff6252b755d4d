import cadquery as cq
import math

# 120 N m x SF 2 about the shaft axis (along Y, horizontal, square to X)
L, W, H = 240.0, 90.0, 70.0
SHAFT_D = 30.0
BOSS_D = 58.0
BOSS_W = 50.0
SLIT = 3.0
LUG_W, LUG_H = 30.0, 20.0
ROOT_T = 18.0
BOLT_D = 13.0                  # root bolts M12
CLAMP_D = 8.5                  # clamp bolts M8
FL_T, WEB_T = 9.0, 8.0

bx = L - BOSS_D / 2
bz = BOSS_D / 2                # boss axis height

# root plate, full width and height
root = (
    cq.Workplane("YZ").rect(W, H).extrude(ROOT_T)
    .edges("|X").fillet(8).translate((0, 0, H / 2))
)

# arm: I-section beam, its web in the XZ plane and the flanges above and below
side = (
    cq.Workplane("XZ")
    .polyline([(ROOT_T - 1, 2), (ROOT_T - 1, H - 2), (bx, bz + 24), (bx, bz - 24)]).close()
)
web = side.extrude(WEB_T / 2, both=True)
plan_w0, plan_w1 = 64.0, BOSS_W


def flange(p, q):
    """Tapered flange plate between two (x, z) points, FL_T thick, inwards."""
    s = 1 if p[1] < H / 2 else -1
    prof = cq.Workplane("XZ").polyline([p, q, (q[0], q[1] + s * FL_T), (p[0], p[1] + s * FL_T)]).close().extrude(W / 2, both=True)
    plan = cq.Workplane("XY").polyline([(0, -plan_w0 / 2), (L, -plan_w1 / 2), (L, plan_w1 / 2), (0, plan_w0 / 2)]).close().extrude(H)
    return prof.intersect(plan)


arm = web.union(flange((ROOT_T - 1, 2), (bx, bz - 26))).union(flange((ROOT_T - 1, H - 2), (bx, bz + 26)))

boss = cq.Workplane("XZ").center(bx, bz).circle(BOSS_D / 2).extrude(BOSS_W / 2, both=True)
lug = (
    cq.Workplane("XY").box(LUG_W, BOSS_W, H - bz, centered=(True, True, False))
    .edges("|Y and >Z").fillet(4).translate((bx, 0, bz))
)
body = root.union(arm).union(boss).union(lug)

# bore, slit, clamp bolts
body = body.cut(cq.Workplane("XZ").center(bx, bz).circle(SHAFT_D / 2).extrude(W, both=True))
body = body.cut(cq.Workplane("XY").box(SLIT, W, 60, centered=(True, True, False)).translate((bx, 0, bz)))
zc = H - 11
bolts = cq.Workplane("YZ").pushPoints([(-13, zc), (13, zc)]).circle(CLAMP_D / 2).extrude(46).translate((bx - 13, 0, 0))
body = body.cut(bolts)
# seats for the bolt heads on the free side; the near side is tapped blind
seats = cq.Workplane("YZ").pushPoints([(-13, zc), (13, zc)]).circle(7.5).extrude(25).translate((bx + LUG_W / 2 - 3, 0, 0))
body = body.cut(seats)

# lightening windows in the web
for x, d in ((58, 34), (104, 30), (146, 26)):
    z = H / 2 + (bz - H / 2) * (x / bx)
    body = body.cut(cq.Workplane("XZ").center(x, z).circle(d / 2).extrude(W, both=True))

# two root bolts, outside of the arm in Y
holes = cq.Workplane("YZ").pushPoints([(-W / 2 + 12, H / 2), (W / 2 - 12, H / 2)]).circle(BOLT_D / 2).extrude(ROOT_T)
fixture = body.cut(holes)
