import cadquery as cq
import math

L, W, H = 160.0, 80.0, 80.0
PIPE_D = 72.0
WALL = 8.0
FLANGE_T = 12.0
BOLT_D = 11.0
RIB_T = 8.0
GROOVE = 1.0

r = PIPE_D / 2
ro = r + WALL
axis_z = H - ro                     # 36: the pipe rests on the ground plane

# half-round saddle on straight cheeks (omega section), extruded along the pipe
arch = (
    cq.Workplane("XZ")
    .moveTo(-ro, 0).lineTo(-ro, axis_z)
    .threePointArc((0, H), (ro, axis_z))
    .lineTo(ro, 0).lineTo(r, 0).lineTo(r, axis_z)
    .threePointArc((0, axis_z + r), (-r, axis_z))
    .lineTo(-r, 0).close()
    .extrude(W / 2, both=True)
)
body = arch


def flange(s):
    x0, x1 = sorted((s * (r + 2), s * L / 2))
    return (
        cq.Workplane("XY").box(x1 - x0, W, FLANGE_T, centered=(False, True, False)).translate((x0, 0, 0))
        .edges("|Z and " + (">X" if s > 0 else "<X")).fillet(12)
    )


def rib(s, y):
    """Rounded rib: a concave sweep from the flange up to the saddle's shoulder."""
    return (
        cq.Workplane("XZ")
        .moveTo(s * (ro - 4), FLANGE_T - 1).lineTo(s * (L / 2 - 5), FLANGE_T - 1)
        .lineTo(s * (L / 2 - 5), FLANGE_T + 2)
        .threePointArc((s * 55, 30), (s * (ro - 1), 56))
        .lineTo(s * (ro - 5), 50).close()
        .extrude(RIB_T / 2, both=True)
        .translate((0, y, 0))
    )


for s in (-1, 1):
    body = body.union(flange(s))
    for y in (-W / 2 + RIB_T / 2, 0, W / 2 - RIB_T / 2):
        body = body.union(rib(s, y))
# ribs must not reach into the pipe
body = body.cut(cq.Workplane("XZ").center(0, axis_z).circle(r).extrude(W, both=True))

# relief grooves in the bearing surface that key the liner
for y in (-20, 20):
    body = body.cut(cq.Workplane("XZ").center(0, axis_z).circle(r + GROOVE).extrude(2, both=True).translate((0, y, 0)))

# two bolts per flange, between the ribs
pts = [(s * 62, y) for s in (-1, 1) for y in (-18, 18)]
fixture = body.cut(cq.Workplane("XY").pushPoints(pts).circle(BOLT_D / 2).extrude(FLANGE_T + 2))
