import cadquery as cq
# stacked slabs
fixture = cq.Workplane("XY").box(260, 180, 20)
for i in range(1, 6):
    w = 260 if i % 2 == 0 else 200
    fixture = fixture.union(cq.Workplane("XY").box(w, w * 0.69, 28.01).translate((0, 0, i * 28 - 4)))
fixture = fixture.faces(">Z").workplane().rarray(80, 60, 2, 2).hole(12)
