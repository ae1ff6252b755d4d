import cadquery as cq
b = cq.Workplane("XY").box(320, 240, 120)
b = b.faces(">Z").workplane().rarray(40, 1, 7, 1).slot2D(180, 14, 90).cutThruAll()
fixture = b.faces(">Y").workplane(centerOption="CenterOfBoundBox").rarray(60, 40, 4, 2).hole(20)
