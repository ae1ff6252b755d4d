import cadquery as cq
fixture = cq.Workplane("XY").box(120, 120, 160).faces(">Z").workplane().rarray(40, 40, 2, 2).hole(12).faces(">Y").workplane().hole(30)
