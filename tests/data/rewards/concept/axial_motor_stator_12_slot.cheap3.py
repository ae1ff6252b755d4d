import cadquery as cq
fixture = (cq.Workplane("XY").circle(90).extrude(30)
           .faces(">Z").workplane().hole(40)
           .faces(">Z").workplane().polarArray(60, 0, 360, 12).hole(14))
