import cadquery as cq

top_l, top_w, top_t = 900.0, 600.0, 30.0
height = 720.0
leg = 45.0
row_x, row_y = 390.0, 240.0
bar, bar_z = 25.0, 150.0

leg_h = height - top_t


def stretcher(length_x, length_y, x, y):
    return cq.Workplane("XY").box(length_x, length_y, bar).translate((x, y, bar_z))


table = cq.Workplane("XY").box(top_l, top_w, top_t).translate((0, 0, height - top_t / 2))
legs = cq.Workplane("XY").rarray(row_x, 2 * row_y, 3, 2).rect(leg, leg).extrude(leg_h)
table = table.union(legs)
for y in (-row_y, row_y):
    table = table.union(stretcher(2 * row_x, bar, 0, y))
for x in (-row_x, 0, row_x):
    table = table.union(stretcher(bar, 2 * row_y, x, 0))

fixture = table.clean()
