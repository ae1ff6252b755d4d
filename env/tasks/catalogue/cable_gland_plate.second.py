import cadquery as cq

# Two crossed blocks and four round corners; every hole drilled by itself.
body = cq.Workplane("XY").box(140, 74, 4).union(cq.Workplane("XY").box(124, 90, 4))
for x in (-62, 62):
    for y in (-37, 37):
        body = body.union(cq.Workplane("XY").cylinder(4, 8).translate((x, y, 0)))
body = body.clean()
for x, y, d in [(-40, 0, 20.4), (0, 0, 20.4), (40, 0, 20.4), (-60, -35, 5.5), (60, -35, 5.5), (-60, 35, 5.5), (60, 35, 5.5)]:
    body = body.cut(cq.Workplane("XY").cylinder(10, d / 2).translate((x, y, 0)))
result = body
