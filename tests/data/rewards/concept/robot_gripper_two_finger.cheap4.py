import cadquery as cq
f = cq.Workplane("XY").box(160, 120, 8).translate((0, 0, -26))
for x in (-65, -22, 22, 65):
    for y in (-40, 40):
        f = f.union(cq.Workplane("XY").circle(12).circle(4).extrude(60).translate((x, y, -30)))
fixture = f.union(cq.Workplane("XY").box(140, 10, 8).translate((0, 40, 20)))
