import cadquery as cq
f = cq.Workplane("XY").box(240, 90, 70)
f = f.faces(">Z").workplane().pushPoints([(-100, -30), (-100, 30)]).hole(10)
fixture = f.faces(">Z").workplane(origin=(0, 0, 35)).rarray(40, 40, 4, 2).hole(30)
