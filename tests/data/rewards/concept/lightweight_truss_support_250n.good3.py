import cadquery as cq
import math

# Twin-plane cantilever truss on a wall plate; 250 N down at the boss.
# Chord force at the wall ~ 250*230/110 = 520 N -> 8x10 bars of aluminium are far above SF 2.
Y_TRUSS = 35.0      # truss planes at y = +-35
BAR_T = 10.0        # bar thickness in Y
BAR_W = 8.0         # bar depth in the truss plane
PLATE_T = 8.0
BOSS_R = 18.0

nodes = {
    "T0": (4, 122), "T1": (85, 122), "T2": (165, 122),
    "B0": (4, 8),   "B1": (85, 46),  "B2": (165, 84),
    "L": (242, 112),
}
members = [
    ("T0", "T1"), ("T1", "T2"), ("T2", "L"),      # top chord (tension)
    ("B0", "B1"), ("B1", "B2"), ("B2", "L"),      # bottom chord (compression)
    ("T1", "B1"), ("T2", "B2"),                   # posts
    ("T0", "B1"), ("T1", "B2"),                   # diagonals
]


def bar(a, b, y):
    (x1, z1), (x2, z2) = nodes[a], nodes[b]
    n = math.hypot(x2 - x1, z2 - z1)
    ang = math.degrees(math.atan2(z2 - z1, x2 - x1))
    s = cq.Workplane("XY").box(n, BAR_T, BAR_W)
    return s.rotate((0, 0, 0), (0, 1, 0), -ang).translate(((x1 + x2) / 2, y, (z1 + z2) / 2))


def pin(name, r, length):
    x, z = nodes[name]
    return cq.Workplane("XZ").center(x, z).circle(r).extrude(length / 2, both=True)


part = cq.Workplane("XY").box(PLATE_T, 80, 130).translate((PLATE_T / 2, 0, 65)).edges("|X").fillet(8)
for y in (-Y_TRUSS, Y_TRUSS):
    for a, b in members:
        part = part.union(bar(a, b, y))

# cross-members tie both planes together at the panel nodes
for name in ("T1", "T2", "B1", "B2"):
    part = part.union(pin(name, 5.0, 80))

part = part.union(pin("L", BOSS_R, 80)).cut(pin("L", 6.0, 100))

# trim chord ends that stick out behind the wall face or over the plate
part = part.intersect(cq.Workplane("XY").box(260, 80, 130).translate((130, 0, 65)))

holes = cq.Workplane("YZ").pushPoints([(0, 25), (0, 105)]).circle(4.5).extrude(PLATE_T)
fixture = part.cut(holes)
