import cadquery as cq
fixture = (cq.Workplane("XY").box(160, 120, 60)
           .cut(cq.Workplane("XY").box(110, 60, 80).translate((30, 0, 0)))
           .faces("<X").workplane(centerOption="CenterOfBoundBox").rarray(80, 40, 2, 2).hole(6)
           .faces(">Z").workplane(centerOption="CenterOfBoundBox").rarray(60, 90, 2, 2).hole(10))
