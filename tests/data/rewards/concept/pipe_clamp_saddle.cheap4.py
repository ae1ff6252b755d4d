import cadquery as cq
fixture = cq.Workplane("XY").box(160, 80, 80)
fixture = fixture.cut(cq.Workplane("XZ").rarray(40, 40, 4, 2).circle(15).extrude(60, both=True))
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(-60, 0), (60, 0)]).circle(5).extrude(60, both=True))
