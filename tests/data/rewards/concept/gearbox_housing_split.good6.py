import cadquery as cq
import math

L, W, H = 260.0, 180.0, 160.0
zs = 80.0                                  # split plane through the bearing axes
bores = ((-52, 31), (48, 24))              # (x, bore radius)

def ycyl(x, z, r, length):
    return cq.Workplane("XZ", origin=(x, length / 2, z)).circle(r).extrude(length)

# body with rounded outer edges
body = cq.Workplane("XY").box(224, 140, H, centered=(True, True, False))
body = body.edges("|Z").fillet(24).faces(">Z or <Z").edges().fillet(10)
# flange pair at the split
flange = cq.Workplane("XY", origin=(0, 0, zs - 12)).rect(L, W).extrude(24).edges("|Z").fillet(26)
body = body.union(flange)

# bearing bosses and stiffening ribs down the sides and ends
for x, r in bores:
    body = body.union(ycyl(x, zs, r + 14, 172))
for x in (-98, 96):
    body = body.union(cq.Workplane("XY").box(8, 164, 120).edges("|X").fillet(10).translate((x, 0, zs)))
for y in (-35, 35):
    body = body.union(cq.Workplane("XY").box(244, 8, 120).edges("|Y").fillet(10).translate((0, y, zs)))
# drain boss low on the end wall
body = body.union(cq.Workplane("YZ", origin=(105, 0, 22)).circle(13).extrude(20))

# cavity, bores, drain hole
cavity = cq.Workplane("XY").box(200, 116, H - 24).edges("|Z").fillet(14).translate((0, 0, zs))
body = body.cut(cavity)
for x, r in bores:
    body = body.cut(ycyl(x, zs, r, 220))
body = body.cut(cq.Workplane("YZ", origin=(90, 0, 22)).circle(5).extrude(60))
# flange bolts
body = body.cut(cq.Workplane("XY", origin=(0, 0, zs - 20)).pushPoints(
    [(x, y) for x in (-108, 108) for y in (-78, 78)]
    + [(x, y) for x in (-119, 119) for y in (-54, 0, 54)] + [(1.5, 80), (1.5, -80)]
).circle(4.5).extrude(40))
# seam groove all around at the split line
outer = cq.Workplane("XY", origin=(0, 0, zs - 1)).rect(L + 20, W + 20).extrude(2)
inner = cq.Workplane("XY", origin=(0, 0, zs - 1)).rect(L - 5, W - 5).extrude(2).edges("|Z").fillet(23.5)
body = body.cut(outer.cut(inner))

fixture = body
