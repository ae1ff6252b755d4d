import cadquery as cq
fixture = (cq.Workplane("XY").box(180, 80, 10)
           .faces(">Z").workplane().rarray(40, 50, 4, 2).hole(8)
           .union(cq.Workplane("XY").box(10, 80, 90).translate((-85, 0, 40))))
