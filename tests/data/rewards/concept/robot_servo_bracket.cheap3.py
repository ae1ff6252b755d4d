import cadquery as cq
fixture = (cq.Workplane("XY").box(80, 60, 55)
           .faces(">Z").workplane().rect(50, 40, forConstruction=True).vertices().hole(4)
           .faces(">X").workplane(centerOption="CenterOfBoundBox").rect(30, 30, forConstruction=True).vertices().hole(4)
           .faces(">Y").workplane(centerOption="CenterOfBoundBox").hole(20))
