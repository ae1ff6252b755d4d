import cadquery as cq
import math

L, W, H = 900.0, 600.0, 720.0
top_t, leg = 28.0, 48.0
xs = (-395.0, 0.0, 395.0)
ys = (-250.0, 250.0)

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# table top with rounded corners and a softened rim
table = box(-L / 2, L / 2, -W / 2, W / 2, H - top_t, H)
table = table.edges("|Z").fillet(30).faces(">Z").edges().fillet(4)

# two rows of three legs
for x in xs:
    for y in ys:
        table = table.union(box(x - leg / 2, x + leg / 2, y - leg / 2, y + leg / 2, 0, H - top_t + 2))

# aprons directly under the top and stretchers near the floor, along each row
for y in ys:
    table = table.union(box(xs[0], xs[2], y - 11, y + 11, H - top_t - 80, H - top_t + 2))
    table = table.union(box(xs[0], xs[2], y - 15, y + 15, 140, 180))

# the same across, from row to row
for x in xs:
    table = table.union(box(x - 11, x + 11, ys[0], ys[1], H - top_t - 80, H - top_t + 2))
    table = table.union(box(x - 15, x + 15, ys[0], ys[1], 140, 180))

# one long centre stretcher ties the three cross stretchers
table = table.union(box(xs[0], xs[2], -15, 15, 140, 180))

fixture = table
