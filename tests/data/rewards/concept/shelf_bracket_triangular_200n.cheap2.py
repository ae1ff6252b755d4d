import cadquery as cq
f = cq.Workplane("XY").box(220, 60, 8)
f = f.union(cq.Workplane("XY").box(220, 60, 8).translate((0, 0, 172)))
for x in (-106, 0, 106):
    f = f.union(cq.Workplane("XY").box(8, 60, 180).translate((x, 0, 86)))
fixture = f.faces(">X").workplane().pushPoints([(0, 40), (0, -40)]).hole(6)
