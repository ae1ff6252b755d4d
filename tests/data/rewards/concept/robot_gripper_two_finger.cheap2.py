import cadquery as cq
f = cq.Workplane("XY").box(160, 120, 5, centered=(True, True, False))
for x in (-65, -25, 25, 65):
    for y in (-45, 0, 45):
        f = f.union(cq.Workplane("XY").center(x, y).circle(12).circle(5).extrude(60))
fixture = f
