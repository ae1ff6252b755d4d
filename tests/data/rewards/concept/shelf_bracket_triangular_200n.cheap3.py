import cadquery as cq
fixture = cq.Workplane("XY").box(220, 60, 180).cut(cq.Workplane("XY").box(180, 80, 140))
fixture = fixture.faces("<X").workplane().pushPoints([(0, -50), (0, 50)]).hole(8, 20)
