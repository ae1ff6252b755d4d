import cadquery as cq
import math

X, Y, Z = 160.0, 90.0, 180.0
PLATE_T = 10.0
HOLE_D = 9.0
BAR_W, BAR_T = 26.0, 16.0        # section of the arm (Y, in plane)
R = 46.0                         # centre-line radius of the hook

# centre line in XZ: out of the plate, arching down into an open hook that turns up at the tip
cx = X - BAR_T / 2 - R           # centre of the bend
cz = BAR_T / 2 + R
start_z = 138.0

B = 22.0                         # radius of the first bend
xs = cx - R
k = math.sqrt(0.5)
path = (
    cq.Workplane("XZ")
    .moveTo(PLATE_T / 2, start_z).lineTo(xs - B, start_z)
    .threePointArc((xs - B + B * k, start_z - B + B * k), (xs, start_z - B))
    .lineTo(xs, cz)
    .threePointArc((cx, cz - R), (cx + R, cz))
    .lineTo(cx + R, cz + 34)
)
arm = cq.Workplane("YZ", origin=(PLATE_T / 2, 0, start_z)).rect(BAR_W, BAR_T).sweep(path, transition="right")

# rounded tip
tip = cq.Workplane("XZ").center(cx + R, cz + 34).circle(BAR_T / 2).extrude(BAR_W / 2, both=True)

plate = (
    cq.Workplane("YZ").rect(Y, Z).extrude(PLATE_T).edges("|X").fillet(14)
    .faces(">X").edges().chamfer(1.5).translate((0, 0, Z / 2))
)

# ribs between the plate and the arm, above and below the root
upper = (
    cq.Workplane("XZ").polyline([(PLATE_T - 1, start_z), (cx - R - 6, start_z), (PLATE_T - 1, start_z + 34)])
    .close().extrude(5, both=True)
)
lower = (
    cq.Workplane("XZ")
    .polyline([(PLATE_T - 1, start_z), (cx - R, start_z - 10), (cx - R, start_z - 60), (PLATE_T - 1, start_z - 100)])
    .close().extrude(5, both=True)
)
body = plate.union(arm).union(tip).union(upper).union(lower)

pts = [(sy * 30, z) for sy in (-1, 1) for z in (24, Z - 24)]
holes = cq.Workplane("YZ").pushPoints(pts).circle(HOLE_D / 2).extrude(PLATE_T)
fixture = body.cut(holes)
