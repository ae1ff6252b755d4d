import cadquery as cq
b = cq.Workplane("XY").box(280, 140, 150)
b = b.faces(">Z").workplane().rect(240, 100, forConstruction=True).vertices().hole(10)
b = b.faces(">X").workplane().rarray(50, 60, 2, 2).hole(20)
fixture = b.faces(">Y").workplane().hole(60)
