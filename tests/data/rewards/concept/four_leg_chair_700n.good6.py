import cadquery as cq
import math

W, D, H = 500.0, 500.0, 900.0
seat_top, seat_t = 450.0, 28.0
leg = 42.0

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# seat with rounded corners
chair = box(-W / 2, W / 2, -D / 2, D / 2, seat_top - seat_t, seat_top).edges("|Z").fillet(25)

# legs: front ones to the seat, rear ones run on as backrest posts
px, py = W / 2 - 12 - leg / 2, D / 2 - 10 - leg / 2
for sx in (-1, 1):
    for sy, top in ((1, seat_top - 5), (-1, H - 60)):
        chair = chair.union(box(sx * px - leg / 2, sx * px + leg / 2,
                                sy * py - leg / 2, sy * py + leg / 2, 0, top))

# crossbars between the legs
for s in (-1, 1):
    chair = chair.union(box(s * px - 12, s * px + 12, -py, py, 150, 190))
    chair = chair.union(box(-px, px, s * py - 12, s * py + 12, 230, 270))
    # apron under the seat
    chair = chair.union(box(s * px - 12, s * px + 12, -py, py, 370, 430))
    chair = chair.union(box(-px, px, s * py - 12, s * py + 12, 370, 430))

# backrest: top rail with rounded upper corners, lower rail and slats
top_rail = box(-W / 2 + 12, W / 2 - 12, -py - 16, -py + 16, 790, H).edges("|Y and >Z").fillet(40)
chair = chair.union(top_rail)
chair = chair.union(box(-px, px, -py - 12, -py + 12, 540, 590))
for x in (-110, 0, 110):
    chair = chair.union(box(x - 25, x + 25, -py - 8, -py + 8, 580, 800))

fixture = chair
