import cadquery as cq

# Space truss: two triangulated side plates tied together by cross tubes.
# Origin in the middle of the envelope, pivots along Y.
L, W, H = 260, 80, 130
plate = 6                       # side-frame thickness
lug_r, boss_r = 15, 18
up = (-L / 2 + lug_r, H / 2 - lug_r)
lo = (-L / 2 + lug_r, -H / 2 + lug_r)
tip = (L / 2 - boss_r, H / 2 - boss_r)

# outer envelope of a side frame = hull-like polygon around the three joints
outline = [(up[0], H / 2), (tip[0], H / 2), (tip[0] + 8, tip[1] - 16), (lo[0] + 10, -H / 2 + 3.5),
           (lo[0], -H / 2), (-L / 2, lo[1]), (-L / 2, up[1])]
frame = cq.Workplane("XZ").polyline(outline).close().extrude(plate)
for (x, z), r in ((up, lug_r), (lo, lug_r), (tip, boss_r)):
    frame = frame.union(cq.Workplane("XZ", origin=(x, 0, z)).circle(r).extrude(plate))

# triangular windows leave chords and diagonals about 10 mm wide
windows = [
    [(-105, 32), (-105, -26), (-58, 10)],
    [(-92, 54), (-10, 54), (-48, 18)],
    [(-96, -36), (-48, 4), (-22, -4)],
    [(-40, 10), (2, 48), (-8, 5)],
    [(2, 8), (14, 44), (42, 26)],
    [(24, 54), (82, 54), (54, 33)],
]
for w in windows:
    frame = frame.cut(cq.Workplane("XZ").polyline(w).close().extrude(plate).edges("|Y").fillet(2))

left = frame.translate((0, W / 2, 0))
right = frame.translate((0, -W / 2 + plate, 0))


def tube(x, z, r):
    return cq.Workplane("XZ", origin=(x, 0, z)).circle(r).extrude(W / 2, both=True)


body = left.union(right)
body = body.union(tube(*up, 11)).union(tube(*lo, 11)).union(tube(*tip, boss_r))
for x, z in ((-50, 10.5), (7, 54), (-4, 0), (-112, 0)):      # cross-members at the nodes
    body = body.union(tube(x, z, 4.5))

for (x, z), r in ((up, 5.5), (lo, 5.5), (tip, 8)):
    body = body.cut(tube(x, z, r))
fixture = body
