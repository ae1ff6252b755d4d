import cadquery as cq
b = cq.Workplane("XY").box(120, 120, 160).edges("|Z").fillet(8)
b = b.cut(cq.Workplane("XY").box(100, 100, 140))
b = b.faces(">Y").workplane(centerOption="CenterOfBoundBox").rarray(30, 30, 3, 4).hole(10)
fixture = b.faces(">Z").workplane().rect(80, 80, forConstruction=True).vertices().hole(6)
