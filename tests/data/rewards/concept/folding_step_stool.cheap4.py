import cadquery as cq
fixture = (cq.Workplane("XY").box(420, 360, 240)
           .union(cq.Workplane("XY").box(420, 180, 480).translate((0, 90, 120)))
           .faces(">Z").workplane().rarray(1, 40, 1, 4).rect(380, 6).cutBlind(-4)
           .faces(">X").workplane(centerOption="CenterOfBoundBox").rarray(120, 160, 2, 2).hole(30))
