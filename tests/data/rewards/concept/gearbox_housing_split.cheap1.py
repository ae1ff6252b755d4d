import cadquery as cq
fixture = (cq.Workplane("XY").box(260, 180, 160)
           .faces(">Z").workplane().rect(220, 140, forConstruction=True).vertices().hole(12)
           .faces(">Y").workplane().pushPoints([(-60, 0), (60, 0)]).hole(50))
