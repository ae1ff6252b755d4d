import cadquery as cq

top = cq.Workplane("XY").box(900, 600, 30).translate((0, 0, 705))
table = top
for x in (-400, 0, 400):
    for y in (-260, 260):
        table = table.union(cq.Workplane("XY").box(40, 40, 690).translate((x, y, 345)))
# one crossbar on each long side
for y in (-260, 260):
    table = table.union(cq.Workplane("XY").box(800, 20, 30).translate((0, y, 150)))
fixture = table
