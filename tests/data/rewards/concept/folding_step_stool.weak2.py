import cadquery as cq

top = cq.Workplane("XY").box(420, 280, 25).translate((0, 0, 467))
lower = cq.Workplane("XY").box(380, 170, 20).translate((0, -90, 220))
stool = top.union(lower)

# crossed legs
for x in (-190, 190):
    leg1 = cq.Workplane("XY").box(20, 25, 530).rotate((0, 0, 0), (1, 0, 0), 30).translate((x, 0, 236))
    leg2 = cq.Workplane("XY").box(20, 25, 530).rotate((0, 0, 0), (1, 0, 0), -30).translate((x, 0, 236))
    pivot = cq.Workplane("YZ").circle(15).extrude(30).translate((x - 15, 0, 236))
    stool = stool.union(leg1).union(leg2).union(pivot)

# grooves
for y in (-80, -40, 0, 40, 80):
    stool = stool.cut(cq.Workplane("XY").box(380, 6, 4).translate((0, y, 479)))
fixture = stool
