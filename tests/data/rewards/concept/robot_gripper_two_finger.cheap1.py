import cadquery as cq
b = cq.Workplane("XY").box(160, 120, 60)
b = b.faces(">Z").workplane().rarray(35, 35, 4, 3).hole(12)
fixture = b.faces(">X").workplane(centerOption="CenterOfBoundBox").rarray(40, 30, 2, 2).hole(6)
