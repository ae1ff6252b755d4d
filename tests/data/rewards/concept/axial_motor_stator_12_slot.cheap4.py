import cadquery as cq
b = cq.Workplane("XY").box(180, 180, 12)
for x in (-65, 0, 65):
    for y in (-65, -22, 22, 65):
        b = b.union(cq.Workplane("XY").box(24, 20, 30).translate((x, y, 0)))
fixture = b.faces(">Z").workplane(origin=(32, 0, 0)).hole(20)
