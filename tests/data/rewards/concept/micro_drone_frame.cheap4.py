import cadquery as cq
f = cq.Workplane("XY").box(180, 180, 4)
for x in (-75, 75):
    for y in (-75, 75):
        f = f.union(cq.Workplane("XY").circle(15).extrude(26).translate((x, y, -2)))
fixture = f.union(cq.Workplane("XY").circle(20).extrude(26).translate((0, 0, -2)))
