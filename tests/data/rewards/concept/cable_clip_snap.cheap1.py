import cadquery as cq
b = cq.Workplane("XY").box(45, 28, 22)
b = b.faces(">Z").workplane().rarray(14, 12, 3, 2).hole(5)
b = b.faces(">Y").workplane(centerOption="CenterOfBoundBox").circle(6).cutThruAll()
fixture = b.edges("|Z").chamfer(2)
