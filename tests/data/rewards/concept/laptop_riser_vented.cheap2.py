import cadquery as cq
f = cq.Workplane("XY").box(320, 240, 4, centered=(True, True, False))
f = f.faces(">Z").workplane().rarray(40, 40, 7, 5).hole(20)
for x in (-150, -50, 50, 150):
    f = f.union(cq.Workplane("XY").box(4, 240, 120, centered=(True, True, False)).translate((x, 0, 0)))
fixture = f
