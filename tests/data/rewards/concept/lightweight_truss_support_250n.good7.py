# Welded space frame of round rod: two long sleeves across the wall side carry the fixing
# holes, the side trusses converge in plan on the load boss; cross-members tie the two sides.
import cadquery as cq
import math

RM, RB_ = 4.5, 3.5                       # chord and brace radius
W = 80.0
TOP, BOT = (14.0, 116.0), (14.0, 14.0)   # sleeve axes (x, z)
BOSS = (242.0, 104.0)


def rod(p, q, r):
    p, q = cq.Vector(*p), cq.Vector(*q)
    return cq.Workplane(cq.Solid.makeCylinder(r, (q - p).Length, p, q - p))


def ycyl(x, z, r, w):
    return cq.Workplane(cq.Solid.makeCylinder(r, w, cq.Vector(x, -w / 2, z), cq.Vector(0, 1, 0)))


def lerp(p, q, t):
    return tuple(a + (b - a) * t for a, b in zip(p, q))


body = ycyl(*TOP, 14, W).union(ycyl(*BOT, 14, W)).union(ycyl(*BOSS, 18, 34))
nodes = {}
for s in (1, -1):
    tl, bl, tip = (TOP[0], s * 33, TOP[1] + 6), (BOT[0], s * 33, BOT[1]), (BOSS[0], s * 9, BOSS[1])
    tipu, tipd = (BOSS[0], s * 9, BOSS[1] + 8), (BOSS[0], s * 9, BOSS[1] - 8)
    up = [lerp(tl, tipu, t) for t in (0.33, 0.66)]
    lo = [lerp(bl, tipd, t) for t in (0.17, 0.5, 0.8)]
    body = body.union(rod(tl, tipu, RM)).union(rod(bl, tipd, RM))         # chords
    body = body.union(rod((TOP[0], s * 33, TOP[1]), (BOT[0], s * 33, BOT[1]), RM))   # wall post
    zig = [tl, lo[0], up[0], lo[1], up[1], lo[2]]
    for a, b in zip(zig, zig[1:]):
        body = body.union(rod(a, b, RB_))
    for p in up + lo:
        body = body.union(cq.Workplane("XY").sphere(RM + 0.6).translate(p))
    nodes[s] = up + lo
# cross-members and one diagonal per bay, top and bottom
for a, b in zip(nodes[1], nodes[-1]):
    body = body.union(rod(a, b, RB_))
body = body.union(rod(nodes[1][0], nodes[-1][1], RB_)).union(rod(nodes[1][2], nodes[-1][3], RB_))
body = body.union(rod(nodes[1][3], nodes[-1][4], RB_))
body = body.union(rod((TOP[0], 33, TOP[1]), nodes[-1][0], RB_)).union(rod((BOT[0], 33, BOT[1]), nodes[-1][2], RB_))
# holes: two for fixing on the left, one in the load boss
for (x, z), r in ((TOP, 6.5), (BOT, 6.5), (BOSS, 8)):
    body = body.cut(ycyl(x, z, r, W + 10))
fixture = body
