import cadquery as cq
fixture = cq.Workplane("XY").box(260, 80, 130)
fixture = fixture.cut(cq.Workplane("XZ").rarray(50, 50, 5, 2).circle(20).extrude(50, both=True))
fixture = fixture.cut(cq.Workplane("YZ").pushPoints([(-25, 0), (25, 0)]).circle(5).extrude(140, both=True))
