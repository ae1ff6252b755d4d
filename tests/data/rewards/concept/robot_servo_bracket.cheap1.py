import cadquery as cq
fixture = cq.Workplane("XY").box(80, 60, 55).faces(">Z").workplane().rect(60, 40, forConstruction=True).vertices().hole(4)
fixture = fixture.faces(">Z").workplane().rect(30, 20).cutBlind(-10)
