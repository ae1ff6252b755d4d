import cadquery as cq
import math

L, W, H = 260.0, 180.0, 160.0
WALL = 9.0
BODY_L, BODY_W = 216.0, 132.0
FLANGE_T = 11.0
SPLIT_Z = 84.0
SEAM = 1.0
BORE_1, BORE_2 = 52.0, 40.0
BOSS_1, BOSS_2 = 78.0, 62.0
X1, X2 = -46.0, 50.0
BOLT_D = 9.0
FOOT_T = 12.0

# outer shell with rounded edges
shell = (
    cq.Workplane("XY").box(BODY_L, BODY_W, H - 4, centered=(True, True, False))
    .edges("|Z").fillet(26).faces(">Z").edges().fillet(14)
)
foot = cq.Workplane("XY").box(L - 10, W - 16, FOOT_T, centered=(True, True, False)).edges("|Z").fillet(18)
flange = (
    cq.Workplane("XY").box(L, W - 20, 2 * FLANGE_T, centered=(True, True, True))
    .edges("|Z").fillet(30).edges("|X or |Y").fillet(2.5)
    .translate((0, 0, SPLIT_Z))
)
body = shell.union(foot).union(flange)

# bearing bosses on both faces
for x, d in ((X1, BOSS_1), (X2, BOSS_2)):
    b = cq.Workplane("XZ").center(x, SPLIT_Z).circle(d / 2).extrude(W / 2, both=True)
    body = body.union(b)

# stiffening ribs: vertical on the sides, and over the cover
for x in (-88, X1, X2, 88):
    for s in (-1, 1):
        rib = cq.Workplane("XY").box(8, 20, SPLIT_Z - 6, centered=(True, True, False)).translate((x, s * (BODY_W / 2 + 6), 4))
        body = body.union(rib)
for x in (X1, 2, X2):
    rib = (
        cq.Workplane("YZ").moveTo(-56, H - 20).lineTo(56, H - 20).lineTo(44, H).lineTo(-44, H).close()
        .extrude(4, both=True).translate((x, 0, 0))
    )
    body = body.union(rib)
for s in (-1, 1):
    rib = cq.Workplane("XY").box(20, 8, SPLIT_Z - 6, centered=(True, True, False)).translate((s * (BODY_L / 2 + 6), 0, 4))
    body = body.union(rib)

# drain boss at the low end wall
drain = cq.Workplane("YZ").center(36, 25).circle(15).extrude(L / 2 - 1 - 90).translate((90, 0, 0))
body = body.union(drain)

# cavity
cavity = (
    cq.Workplane("XY").box(BODY_L - 2 * WALL, BODY_W - 2 * WALL, H - 4 - 2 * WALL - 4, centered=(True, True, False))
    .edges("|Z").fillet(18).translate((0, 0, FOOT_T))
)
body = body.cut(cavity)
for x, d in ((X1, BORE_1), (X2, BORE_2)):
    body = body.cut(cq.Workplane("XZ").center(x, SPLIT_Z).circle(d / 2).extrude(W, both=True))
body = body.cut(cq.Workplane("YZ").center(36, 25).circle(6).extrude(80).translate((80, 0, 0)))

# bolt holes in the split flange and in the feet
fl_pts = [(sx * 119, sy * 30) for sx in (-1, 1) for sy in (-1, 1)] + [(x, s * 73) for x in (2, -102, 102) for s in (-1, 1)]
fl = cq.Workplane("XY").workplane(offset=SPLIT_Z - 20).pushPoints(fl_pts).circle(BOLT_D / 2).extrude(40)
body = body.cut(fl)
ft = cq.Workplane("XY").pushPoints([(sx * 108, sy * 74) for sx in (-1, 1) for sy in (-1, 1)]).circle(5.5).extrude(FOOT_T + 1)
body = body.cut(ft)

# parting seam: a groove all around the flange, leaving a register land inside
seam = cq.Workplane("XY").box(L + 20, W + 20, SEAM).translate((0, 0, SPLIT_Z))
seam = seam.cut(cq.Workplane("XY").box(BODY_L - 6, BODY_W - 6, 5).edges("|Z").fillet(20).translate((0, 0, SPLIT_Z)))
fixture = body.cut(seam)
