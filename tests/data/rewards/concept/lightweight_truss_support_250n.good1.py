import cadquery as cq
import math

# Cantilever bracket: wall plate on the left, planar truss in XZ, load boss on the right.
LEN, WID, HGT = 260.0, 80.0, 130.0
plate_t = 8.0
bar_w = 9.0        # chord / diagonal depth in the truss plane
truss_t = 14.0     # truss thickness (Y)
boss_od, boss_id, boss_len = 30.0, 12.0, 40.0
hole_d = 11.0

# nodes (x, z)
bx, bz = LEN - boss_od / 2, 90.0
top = [(plate_t / 2, 122.0), (90.0, 111.0), (165.0, 101.0), (bx, bz)]
bot = [(plate_t / 2, 8.0), (75.0, 35.0), (150.0, 62.0), (bx, bz)]


def bar(p, q, w=bar_w, t=truss_t):
    """Straight member with round ends between two nodes of the XZ plane."""
    dx, dz = q[0] - p[0], q[1] - p[1]
    length = math.hypot(dx, dz)
    ang = math.degrees(math.atan2(dz, dx))
    m = cq.Workplane("XY").slot2D(length + w, w).extrude(t / 2, both=True)
    m = m.rotate((0, 0, 0), (0, 0, 1), ang).rotate((0, 0, 0), (1, 0, 0), 90)
    return m.translate(((p[0] + q[0]) / 2, 0, (p[1] + q[1]) / 2))


members = []
for chain in (top, bot):
    members += list(zip(chain[:-1], chain[1:]))
# web: posts and diagonals form triangles
members += [
    (bot[0], top[1]),
    (top[1], bot[1]),
    (bot[1], top[2]),
    (top[2], bot[2]),
]

truss = bar(*members[0])
for a, b in members[1:]:
    truss = truss.union(bar(a, b))

plate = cq.Workplane("XY").box(plate_t, WID, HGT, centered=(False, True, False)).edges("|X").fillet(10)

# stiffening ribs of the plate, either side of the truss
rib = (
    cq.Workplane("XY", origin=(0, 0, 62)).polyline([(plate_t - 1, -34), (plate_t + 30, 0), (plate_t - 1, 34)]).close().extrude(6)
)
web_pad = cq.Workplane("XY").box(34, truss_t, 6, centered=(False, True, False)).translate((plate_t - 1, 0, 62))

boss = cq.Workplane("XZ", origin=(bx, 0, bz)).circle(boss_od / 2).extrude(boss_len / 2, both=True)

fixture = plate.union(truss).union(rib).union(web_pad).union(boss)

box_clip = cq.Workplane("XY").box(LEN, WID, HGT, centered=(False, True, False))
fixture = fixture.intersect(box_clip)

# two mounting holes, diagonal to the truss web so a spanner reaches them
for y, z in ((-24, 100), (24, 30)):
    fixture = fixture.cut(cq.Workplane("YZ", origin=(-1, y, z)).circle(hole_d / 2).extrude(plate_t + 2))
fixture = fixture.cut(cq.Workplane("XZ", origin=(bx, 0, bz)).circle(boss_id / 2).extrude(WID, both=True))
