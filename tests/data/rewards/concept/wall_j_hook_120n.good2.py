import cadquery as cq
import math

# Profile-cut J hook with a tapered arm and a round wall flange.
# Wall on the +X side, hook opens upwards on the -X side, envelope centred on the origin.
THICK = 26.0
FLANGE_D, FLANGE_T = 90.0, 12.0
FLANGE_Z = 135.0

# centreline (distance from wall, height) and half width along it
line = [(4, 135), (30, 131), (46, 108), (52, 72), (66, 36), (96, 18), (128, 30), (146, 60), (152, 91)]
half = [22, 17, 15, 15.5, 17, 17.5, 15, 11, 8]

left, right = [], []
for i, ((x, z), w) in enumerate(zip(line, half)):
    a = line[max(i - 1, 0)]
    b = line[min(i + 1, len(line) - 1)]
    dx, dz = b[0] - a[0], b[1] - a[1]
    n = math.hypot(dx, dz)
    left.append((x - dz / n * w, z + dx / n * w))
    right.append((x + dz / n * w, z - dx / n * w))

tip = line[-1]
arm = (
    cq.Workplane("XZ")
    .moveTo(*left[0])
    .spline(left[1:], includeCurrent=True)
    .threePointArc((tip[0] + 1, tip[1] + 8), right[-1])
    .spline(right[::-1][1:], includeCurrent=True)
    .close()
    .extrude(THICK / 2, both=True)
)

flange = (
    cq.Workplane("YZ").center(0, FLANGE_Z).circle(FLANGE_D / 2).extrude(FLANGE_T)
    .faces(">X").edges().fillet(4)
)
body = flange.union(arm)

# three wall screws on a 66 mm circle, clear of the arm
pts = [(33 * math.cos(math.radians(a)), FLANGE_Z + 33 * math.sin(math.radians(a))) for a in (0, 90, 180)]
body = body.cut(cq.Workplane("YZ").pushPoints(pts).circle(3.3).extrude(FLANGE_T + 1))
body = body.cut(cq.Workplane("YZ", origin=(FLANGE_T - 4, 0, 0)).pushPoints(pts).circle(6).extrude(18))

bb = body.val().BoundingBox()
fixture = body.translate((-bb.center.x, 0, -bb.center.z)).rotate((0, 0, 0), (0, 0, 1), 180)
