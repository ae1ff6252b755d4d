import cadquery as cq

# Horizontally split housing, shafts along Y in the seam plane. Stands on z = 0.
L, W, H = 260.0, 180.0, 160.0
seam_z = 80.0
body_l, body_w = 204.0, 128.0
wall = 9.0
shafts = [(-48.0, 72.0), (50.0, 52.0)]   # x position, bore diameter

# lower and upper shell as one rounded block
body = (
    cq.Workplane("XY").box(body_l, body_w, H, centered=(True, True, False))
    .edges("|Z").fillet(22).faces(">Z").edges().fillet(14)
)

# seam flange pair and foot plate
flange = cq.Workplane("XY", origin=(0, 0, seam_z - 12)).rect(L, 168).extrude(24).edges("|Z").fillet(26)
foot = cq.Workplane("XY").rect(244, 164).extrude(14).edges("|Z").fillet(12)
body = body.union(flange).union(foot)

# bearing bosses stick out on both long sides
for x, d in shafts:
    boss = cq.Workplane("XZ", origin=(x, W / 2, seam_z)).circle(d / 2 + 13).extrude(W)
    body = body.union(boss.faces("<Y or >Y").edges().chamfer(2))

# stiffening ribs under and over the bosses, and on the end walls
for x, d in shafts:
    body = body.union(cq.Workplane("XY").box(9, 160, 142, centered=(True, True, False)).translate((x, 0, 4)))
for y in (-34, 34):
    prof = [(-122, 10), (122, 10), (108, 60), (108, 110), (92, 142), (-92, 142), (-108, 110), (-108, 60)]
    body = body.union(cq.Workplane("XZ", origin=(0, y + 4, 0)).polyline(prof).close().extrude(8))

# oil drain boss low on the -X end wall
drain = cq.Workplane("YZ", origin=(-124, 0, 30)).circle(15).extrude(30)
body = body.union(drain)

# hollow it, then bores and holes
cavity = (
    cq.Workplane("XY", origin=(0, 0, 14)).rect(body_l - 2 * wall, body_w - 2 * wall)
    .extrude(H - 14 - wall).edges("|Z").fillet(14)
)
body = body.cut(cavity)
for x, d in shafts:
    body = body.cut(cq.Workplane("XZ", origin=(x, W, seam_z)).circle(d / 2).extrude(2 * W))
body = body.cut(cq.Workplane("YZ", origin=(-130, 0, 30)).circle(7).extrude(45))
bolts = [(sx * x, sy * y) for sx in (-1, 1) for sy in (-1, 1) for x, y in ((116, 30), (106, 74))] + [(6, 74), (6, -74)]
body = body.cut(cq.Workplane("XY", origin=(0, 0, seam_z - 15)).pushPoints(bolts).circle(4.5).extrude(30))
body = body.cut(cq.Workplane("XY").rect(220, 144, forConstruction=True).vertices().circle(5).extrude(20))

# the removable cover seam, a narrow groove all the way round
seam = cq.Workplane("XY", origin=(0, 0, seam_z - 0.75)).rect(L + 10, W + 20).extrude(1.5)
seam = seam.cut(cq.Workplane("XY", origin=(0, 0, seam_z - 2)).rect(L - 8, 160).extrude(4).edges("|Z").fillet(22))
fixture = body.cut(seam)
