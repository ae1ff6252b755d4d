import cadquery as cq
fixture = (cq.Workplane("XY").box(160, 38, 40)
           .faces(">Z").workplane().pushPoints([(-60, 0), (60, 0)]).hole(6))
