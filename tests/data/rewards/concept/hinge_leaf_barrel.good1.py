import cadquery as cq

# Butt hinge shown open, pin along X. Underside of the leaves at z = 0.
LEN = 100.0           # overall including pin heads
WIDTH = 70.0
BARREL_D = 12.0
LEAF_T = 3.0
PIN_D = 6.0
HEAD = 2.0
N = 5
GAP = 0.0             # knuckles run face to face
body_len = LEN - 2 * HEAD
pitch = body_len / N
R = BARREL_D / 2


def leaf(side, idx):
    """side = -1/+1 in Y, idx = knuckle numbers that belong to this leaf."""
    y0, y1 = R + 0.5, WIDTH / 2
    plate = (
        cq.Workplane("XY").center(0, side * (y0 + y1) / 2)
        .rect(body_len, y1 - y0).extrude(LEAF_T)
        .edges("|Z").edges(">Y" if side > 0 else "<Y").fillet(7)
    )
    for i in idx:
        x0 = -body_len / 2 + i * pitch
        tab = (cq.Workplane("XY", origin=(x0, 0, 0))
               .rect(pitch, y0 + 1, centered=False).extrude(LEAF_T))
        if side < 0:
            tab = tab.mirror("XZ")
        knuckle = cq.Workplane("YZ", origin=(x0, 0, R)).circle(R).extrude(pitch)
        plate = plate.union(tab).union(knuckle)
    bore = cq.Workplane("YZ", origin=(-LEN, 0, R)).circle(PIN_D / 2).extrude(2 * LEN)
    plate = plate.cut(bore)
    # three countersunk holes
    pts = [(-32, side * 22), (0, side * 24), (32, side * 22)]
    plate = plate.cut(cq.Workplane("XY").pushPoints(pts).circle(2.2).extrude(LEAF_T))
    for x, y in pts:
        cone = cq.Solid.makeCone(2.2, 4.4, 2.2, pnt=cq.Vector(x, y, LEAF_T - 2.2), dir=cq.Vector(0, 0, 1))
        plate = plate.cut(cq.Workplane(cone))
    return plate


left = leaf(-1, [0, 2, 4])
right = leaf(1, [1, 3])

pin = cq.Workplane("YZ", origin=(-LEN / 2, 0, R)).circle(PIN_D / 2).extrude(LEN)
heads = (cq.Workplane("YZ", origin=(-LEN / 2, 0, R)).circle(5).extrude(HEAD)
         .union(cq.Workplane("YZ", origin=(LEN / 2 - HEAD, 0, R)).circle(5).extrude(HEAD)))

fixture = left.union(right).union(pin).union(heads)
