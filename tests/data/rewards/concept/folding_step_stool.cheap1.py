import cadquery as cq
b = cq.Workplane("XY").box(420, 360, 480)
b = b.faces(">Z").workplane().rarray(80, 80, 4, 3).hole(30)
b = b.faces(">X").workplane().rarray(100, 100, 3, 4).hole(40)
fixture = b
