import cadquery as cq
import math

OPEN_W, LEN = 100.0, 70.0
BARREL_D = 12.0
LEAF_T = 3.0
PIN_D = 6.0
N_KNUCKLES = 5
PLAY = 0.4
CORNER_R = 6.0
SCREW_D, CSK_D = 4.5, 8.4

axis_z = BARREL_D / 2
leaf_z0 = 0.0                     # leaves flush with the back of the barrel
kl = LEN / N_KNUCKLES


def knuckle(i):
    y0 = -LEN / 2 + i * kl + (PLAY / 2 if i else 0)
    y1 = -LEN / 2 + (i + 1) * kl - (PLAY / 2 if i < N_KNUCKLES - 1 else 0)
    k = cq.Workplane("XZ", origin=(0, y1, 0)).center(0, axis_z).circle(BARREL_D / 2).extrude(y1 - y0)
    return k, y0, y1


def leaf(side, mine):
    """side -1 left / +1 right; `mine` are the indices of its knuckles."""
    w = OPEN_W / 2
    p = (
        cq.Workplane("XY").box(w, LEN, LEAF_T, centered=(False, True, False))
        .edges("|Z and >X").fillet(CORNER_R)
    )
    pts = [(w - 10, -24), (w - 10, 24), (w - 27, 0)]
    p = p.faces(">Z").workplane(origin=(0, 0, LEAF_T)).pushPoints(pts).cskHole(SCREW_D, CSK_D, 90)
    if side < 0:
        p = p.mirror("YZ")
    # clear the other leaf's knuckles, keep own
    for i in range(N_KNUCKLES):
        k, y0, y1 = knuckle(i)
        if i in mine:
            p = p.union(k)
            # half of the plate on the far side of the axis is not ours
        else:
            gap = cq.Workplane("XY").box(BARREL_D + 1.0, y1 - y0 + 2 * PLAY, 40).translate((0, (y0 + y1) / 2, 0))
            p = p.cut(gap)
    return p


left = leaf(-1, (0, 2, 4))
right = leaf(1, (1, 3))
leaves = left.union(right)
bore = cq.Workplane("XZ").center(0, axis_z).circle(PIN_D / 2 + 0.05).extrude(LEN, both=True)
pin = cq.Workplane("XZ").center(0, axis_z).circle(PIN_D / 2 + 0.05).extrude(LEN / 2, both=True)
# pin pressed into the knuckles: it joins both leaves in one model
fixture = leaves.cut(bore).union(pin)
