import cadquery as cq
fixture = cq.Workplane("XY").box(90, 80, 130).faces(">Z").workplane().rect(60, 50, forConstruction=True).vertices().hole(8).faces(">Y").workplane().hole(40)
