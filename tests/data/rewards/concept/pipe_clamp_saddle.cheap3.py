import cadquery as cq
fixture = cq.Workplane("XY").box(160, 80, 20).translate((0, 0, -30))
fixture = fixture.union(cq.Workplane("XY").box(110, 80, 20).translate((0, 0, -10)))
fixture = fixture.union(cq.Workplane("XY").box(70, 80, 40).translate((0, 0, 20)))
fixture = fixture.cut(cq.Workplane("XY").rarray(120, 50, 2, 2).circle(6).extrude(60, both=True))
