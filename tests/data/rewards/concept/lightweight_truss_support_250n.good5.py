import cadquery as cq
import math

L, W, H = 260.0, 80.0, 130.0
ROOT_T = 10.0
HOLE_D = 11.0
BOSS_D, BOSS_HOLE = 36.0, 12.0
CHORD, WEB = 10.0, 8.0
FRAME_T = 10.0
Y_FRAME = W / 2 - FRAME_T / 2 - 8


# joints of the plane truss (x, z)
boss = (L - BOSS_D / 2, 60.0)
T0, T1, T2 = (5, H - 14), (90, 104), (165, 84)
B0, B1, B2 = (5, 14), (90, 24), (165, 39)
members = [
    (T0, T1, CHORD), (T1, T2, CHORD), (T2, boss, CHORD),
    (B0, B1, CHORD), (B1, B2, CHORD), (B2, boss, CHORD),
    (T0, B1, WEB), (T1, B1, WEB), (T1, B2, WEB), (T2, B2, WEB),
]


def link(p, q, w, t, y):
    dx, dz = q[0] - p[0], q[1] - p[1]
    n = math.hypot(dx, dz)
    s = cq.Workplane("XZ").slot2D(n + w, w).extrude(t / 2, both=True)
    s = s.rotate((0, 0, 0), (0, 1, 0), -math.degrees(math.atan2(dz, dx)))
    return s.translate(((p[0] + q[0]) / 2, y, (p[1] + q[1]) / 2))


# root plate with two mounting holes
root = cq.Workplane("YZ").rect(W, H).extrude(ROOT_T).edges("|X").fillet(10).translate((0, 0, H / 2))
body = root
for sy in (-1, 1):
    for p, q, w in members:
        body = body.union(link(p, q, w, FRAME_T, sy * Y_FRAME))

# cross-members between the two side frames
for x, z in (T1, T2, B1, B2):
    rod = cq.Workplane("XZ").center(x, z).circle(5).extrude(Y_FRAME, both=True)
    body = body.union(rod)


def diag(p, q):
    a, b = cq.Vector(p[0], -Y_FRAME, p[1]), cq.Vector(q[0], Y_FRAME, q[1])
    v = b - a
    return cq.Workplane(obj=cq.Solid.makeCylinder(3.5, v.Length, a, v))


for p, q in ((T0, T1), (T2, T1), (B0, B1), (B2, B1)):
    body = body.union(diag(p, q))

# load boss on the right, full width
cyl = cq.Workplane("XZ").center(*boss).circle(BOSS_D / 2).extrude(W / 2 - 6, both=True)
body = body.union(cyl)

# root gussets
for sy in (-1, 1):
    for z, dz in ((H - 14, -26), (14, 26)):
        g = (
            cq.Workplane("XZ").polyline([(4, z), (40, z + dz * 0.15), (4, z + dz)]).close()
            .extrude(3, both=True).translate((0, sy * Y_FRAME, 0))
        )
        body = body.union(g)

body = body.cut(cq.Workplane("XZ").center(*boss).circle(BOSS_HOLE / 2).extrude(W, both=True))
holes = cq.Workplane("YZ").pushPoints([(0, 28), (0, H - 28)]).circle(HOLE_D / 2).extrude(ROOT_T + 10).translate((-5, 0, 0))
body = body.cut(holes)
# lighten the root plate
fixture = body.cut(cq.Workplane("YZ").center(0, H / 2).slot2D(38, 20, 90).extrude(ROOT_T + 1).translate((-0.5, 0, 0)))
