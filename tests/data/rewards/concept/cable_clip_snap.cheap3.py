import cadquery as cq
fixture = (cq.Workplane("XY").box(45, 28, 22)
           .faces(">Z").workplane().rarray(15, 1, 3, 1).hole(6)
           .faces(">Y").workplane().center(0, 0).hole(10)
           .edges("|Z").chamfer(2))
