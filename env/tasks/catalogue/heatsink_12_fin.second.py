import cadquery as cq

# A block with its gaps sawn out.
sink = cq.Workplane("XY").box(120, 80, 30, centered=False)
for k in range(11):
    sink = sink.cut(cq.Workplane("XY").box(8, 80, 24, centered=False).translate((6 + 10 * k, 0, 6)))
for x in (0, 116):
    sink = sink.cut(cq.Workplane("XY").box(4, 80, 24, centered=False).translate((x, 0, 6)))
sink = sink.cut(cq.Workplane("XY").box(120, 8, 24, centered=False).translate((0, 36, 6)))
for x in (10, 110):
    for y in (10, 70):
        sink = sink.cut(cq.Workplane("XY").cylinder(20, 2.1).translate((x, y, 3)))
result = sink.rotate((0, 0, 0), (0, 0, 1), 180)
