import cadquery as cq
import math

# Vertically split (pear shaped) housing, shafts along Y, split plane normal to Y, origin at centre.
A, B = (-54.0, 4.0), (66.0, 4.0)      # big and small gear axis in XZ
RA, RB, FL = 60.0, 48.0, 16.0
BORE_A, BORE_B = 56.0, 40.0


def pear(extra, y0, y1):
    sk = cq.Sketch().arc(A, RA + extra, 0, 360).arc(B, RB + extra, 0, 360).hull()
    return cq.Workplane("XZ", origin=(0, y1, 0)).placeSketch(sk).extrude(y1 - y0)


# case (deep half) and cover (shallow half)
case = pear(0, -70, 20).faces("<Y").edges().fillet(9)
cover = pear(0, 20, 68).faces(">Y").edges().fillet(9)
flange = pear(FL, 6, 34)
body = case.union(cover).union(flange)

# bearing bosses on both end walls
for (x, z), d in ((A, BORE_A), (B, BORE_B)):
    b = cq.Workplane("XZ", origin=(x, 90, z)).circle(d / 2 + 11).extrude(180)
    body = body.union(b.faces("<Y or >Y").edges().fillet(2.5))

# radial ribs on both end walls
ribs = []
for (x, z), r in ((A, RA), (B, RB)):
    for k in range(6):
        a = 30 + 60 * k
        rib = cq.Workplane("XY").box(r - 12, 156, 7, centered=(False, True, True)).translate((6, 0, 0))
        rib = rib.rotate((0, 0, 0), (0, 1, 0), -a).translate((x, 0, z))
        ribs.append(rib.val())
body = cq.Workplane(obj=body.val().fuse(*ribs))

# feet
for x in (-92, 84):
    foot = cq.Workplane("XY").box(44, 130, 12).edges("|Z").fillet(8).translate((x, -5, -74))
    web = cq.Workplane("XY").box(14, 80, 62).translate((x, -20, -44))
    body = body.union(foot).union(web)

# drain boss under the sump
body = body.union(cq.Workplane("XY", origin=(-40, -30, -70)).circle(14).extrude(25))

# cavity, bores, holes
body = body.cut(pear(-9, -60, 58))
for (x, z), d in ((A, BORE_A), (B, BORE_B)):
    body = body.cut(cq.Workplane("XZ", origin=(x, 100, z)).circle(d / 2).extrude(200))
body = body.cut(cq.Workplane("XY", origin=(-40, -30, -80)).circle(6).extrude(40))
for x in (-92, 84):
    body = body.cut(cq.Workplane("XY", origin=(x, 0, -90)).pushPoints([(0, -58), (0, 48)]).circle(4.5).extrude(20))
pts = []
for (x, z), r, angs in ((A, RA, (95, 135, 180, 225, 265)), (B, RB, (85, 40, 0, -40, -85))):
    pts += [(x + (r + 9) * math.cos(math.radians(a)), z + (r + 9) * math.sin(math.radians(a))) for a in angs]
body = body.cut(cq.Workplane("XZ", origin=(0, 50, 0)).pushPoints(pts).circle(3.4).extrude(60))

# seam line between case flange and cover flange
seam = pear(FL + 2, 19.25, 20.75).cut(pear(FL - 3, 19, 21))
fixture = body.cut(seam)
