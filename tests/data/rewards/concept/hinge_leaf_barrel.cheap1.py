import cadquery as cq
fixture = (cq.Workplane("XY").box(100, 70, 12).edges("|Z").fillet(8)
           .faces(">Z").workplane().rarray(30, 40, 3, 2).cskHole(5, 10, 90))
