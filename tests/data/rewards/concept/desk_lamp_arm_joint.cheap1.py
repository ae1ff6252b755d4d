import cadquery as cq
fixture = (cq.Workplane("XY").box(260, 80, 180).faces(">Y").workplane().rarray(60, 60, 4, 3).hole(25)
           .faces(">Z").workplane().rarray(80, 40, 3, 1).hole(12))
