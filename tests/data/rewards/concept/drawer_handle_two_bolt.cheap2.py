import cadquery as cq
fixture = cq.Workplane("XY").box(160, 38, 4)
for i in range(1, 4):
    fixture = fixture.union(cq.Workplane("XY").box(160 - 30 * i, 38 - 6 * i, 12).translate((0, 0, 12 * i - 4)))
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(-70, 0), (70, 0)]).circle(2.5).extrude(80, both=True))
