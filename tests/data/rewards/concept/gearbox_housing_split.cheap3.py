import cadquery as cq
b = cq.Workplane("XY").box(260, 180, 160).edges("|Z").fillet(10)
b = b.faces("<Y").workplane(centerOption="CenterOfBoundBox").pushPoints([(-60, 0), (60, 0)]).hole(60)
b = b.faces(">Z").workplane(centerOption="CenterOfBoundBox").rect(230, 150, forConstruction=True).vertices().hole(10)
fixture = b
