import cadquery as cq
from math import atan2, degrees, hypot

# Gripper pointing +Y; jaws move along X. Base of the palm at y=0, underside at z=0.
T = 60
mid = T / 2
links_t = 8
finger_t = 18

# palm: block with a full-width clevis slot in which the links swing
palm = cq.Workplane("XY").box(120, 42, T, centered=(True, False, False)).edges("|Y").chamfer(4)
slot_h = finger_t + 2 * links_t
palm = palm.cut(cq.Workplane("XY").box(130, 30, slot_h).translate((0, 14 + 15, mid)))
# keep a core wall in the centre of the clevis
palm = palm.union(cq.Workplane("XY").box(16, 36, T - 4, centered=(True, False, True)).translate((0, 2, mid)))
# mounting holes: 4 through the back plate, and 2 vertical dowels
palm = palm.cut(cq.Workplane("XZ").pushPoints([(sx * 45, mid + sz * 9) for sx in (1, -1) for sz in (1, -1)])
                .circle(2.75).extrude(-16))
palm = palm.cut(cq.Workplane("XY").pushPoints([(-30, 7), (30, 7)]).circle(3).extrude(T))

P1, P2 = (19, 30), (47, 30)
dx, dy = 23, 32
F1, F2 = (P1[0] + dx, P1[1] + dy), (P2[0] + dx, P2[1] + dy)

def bar(a, b, z):
    L = hypot(b[0] - a[0], b[1] - a[1])
    s = cq.Workplane("XY").slot2D(L + 14, 14).extrude(links_t)
    s = s.cut(cq.Workplane("XY").slot2D(L - 16, 5).extrude(links_t))       # lightening slot
    return s.rotate((0, 0, 0), (0, 0, 1), degrees(atan2(b[1] - a[1], b[0] - a[0]))) \
            .translate(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, z))

def cyl(c, r, z0, z1):
    return cq.Workplane("XY", origin=(c[0], c[1], z0)).circle(r).extrude(z1 - z0)

zl, zu = mid - finger_t / 2 - links_t, mid + finger_t / 2

right = None
pieces = []
for a, b in ((P1, F1), (P2, F2)):
    for z in (zl, zu):
        pieces.append(bar(a, b, z))
    pieces.append(cyl(a, 4, 0, T))                    # fixed pivot pin through the palm
    pieces.append(cyl(a, 8, mid - finger_t / 2, mid + finger_t / 2))
    pieces.append(cyl(b, 10, mid - finger_t / 2, mid + finger_t / 2))    # finger boss
    pieces.append(cyl(b, 4, zl - 4, zu + links_t + 4))

# finger: L shaped plate through both bosses, up to the tip
outline = [(F1[0], F1[1] - 9), (F2[0], F2[1] - 9), (F2[0] + 8, F2[1]), (F2[0] - 4, 90), (60, 120), (46, 120), (46, 76), (F1[0], 72)]
pieces.append(cq.Workplane("XY", origin=(0, 0, mid - finger_t / 2)).polyline(outline).close().extrude(finger_t))
# fingertip pad, taller than the finger, V groove for round parts
pad = cq.Workplane("XY").box(10, 36, 32).edges("|Y").fillet(2).translate((43, 102, mid))
pad = pad.cut(cq.Workplane("XY", origin=(0, 0, 0)).polyline([(37, 96), (43, 102), (37, 108)]).close().extrude(T))
pieces.append(pad)

for p in pieces:
    right = p if right is None else right.union(p)
fixture = palm.union(right).union(right.mirror("YZ"))
