import cadquery as cq
fixture = (cq.Workplane("XY").box(220, 60, 180)
           .faces(">Y").workplane().rarray(50, 50, 4, 3).hole(30)
           .faces(">X").workplane().pushPoints([(0, 50), (0, -50)]).hole(8))
