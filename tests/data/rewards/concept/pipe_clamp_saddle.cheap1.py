import cadquery as cq
fixture = (cq.Workplane("XY").box(160, 80, 80)
           .faces(">Z").workplane().rarray(30, 30, 5, 2).hole(10)
           .faces(">Y").workplane().hole(30))
