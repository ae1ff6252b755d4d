import cadquery as cq
fixture = (cq.Workplane("XY").box(180, 180, 28).edges("|Z").fillet(30)
           .faces(">Z").workplane().rarray(90, 90, 2, 2).hole(60)
           .faces(">Z").workplane().rarray(30, 30, 2, 2).hole(4))
