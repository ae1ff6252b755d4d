import cadquery as cq
fixture = cq.Workplane("XY").box(45, 28, 3)
for i in range(5):
    fixture = fixture.union(cq.Workplane("XY").box(2, 28, 22).translate((-20 + 10 * i, 0, 9.5)))
fixture = fixture.faces(">X").workplane().hole(8)
