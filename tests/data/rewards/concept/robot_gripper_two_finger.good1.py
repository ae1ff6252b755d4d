import cadquery as cq
import math

# ---- parameters (mm) -------------------------------------------------
L, W, H = 160.0, 120.0, 60.0
flange_t = 12.0
web_t = 20.0                       # palm tongue / finger thickness (Z)
link_t, link_w = 8.0, 14.0
boss_r, boss_h = 8.0, 48.0
pin_d = 6.0
A, B = (30.0, 18.0), (56.0, 18.0)  # palm pivots of the +Y side
dx, dy = 26.0, 33.0                # link vector: parallelogram linkage
finger_w = 18.0
# ----------------------------------------------------------------------
C, D = (A[0] + dx, A[1] + dy), (B[0] + dx, B[1] + dy)


def link(p, q, z):
    length = math.hypot(q[0] - p[0], q[1] - p[1])
    ang = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    return (
        cq.Workplane("XY").slot2D(length + link_w, link_w).extrude(link_t)
        .rotate((0, 0, 0), (0, 0, 1), ang)
        .translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, z))
    )


def boss(p):
    return cq.Workplane("XY", origin=(p[0], p[1], -boss_h / 2)).circle(boss_r).extrude(boss_h)


# palm: mounting flange + thick block + pivot tongue
palm = cq.Workplane("XY").box(flange_t, 90, H, centered=(False, True, True)).edges("|X").fillet(8)
palm = palm.union(cq.Workplane("XY").box(68, 58, web_t, centered=(False, True, True)).edges("|Z and >X").fillet(10))
palm = palm.union(cq.Workplane("XY").box(20, 44, 44, centered=(False, True, True)))

side = None
for z in (web_t / 2, -web_t / 2 - link_t):
    for p, q in ((A, C), (B, D)):
        m = link(p, q, z)
        side = m if side is None else side.union(m)
for p in (A, B, C, D):
    side = side.union(boss(p))

# finger: parallel to X, slight taper to the tip
yo = C[1]
finger = (
    cq.Workplane("XY", origin=(0, 0, -web_t / 2))
    .polyline([(C[0] - 12, yo - 9), (L, yo - 9), (L, yo + 1), (L - 40, yo + 9), (C[0] - 12, yo + 9)]).close()
    .extrude(web_t)
    .edges("|Z and <X").fillet(6)
)
pad = cq.Workplane("XY").box(36, 6, 28).translate((L - 18, yo - 11, 0))
for i in range(5):                 # grip serrations
    pad = pad.cut(cq.Workplane("XY").box(2, 1.6, 28).translate((L - 32 + 7 * i, yo - 14, 0)))
side = side.union(finger).union(pad)

fixture = palm.union(side).union(side.mirror("XZ"))

# pivot pins
for s in (1, -1):
    for p in (A, B, C, D):
        fixture = fixture.cut(cq.Workplane("XY", origin=(p[0], s * p[1], -H)).circle(pin_d / 2).extrude(2 * H))
# flange mounting holes
fixture = fixture.cut(
    cq.Workplane("YZ", origin=(-1, 0, 0)).rect(70, 40, forConstruction=True).vertices().circle(3.3).extrude(flange_t + 2)
)
