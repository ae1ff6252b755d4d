import cadquery as cq
fixture = cq.Workplane("XY").box(160, 38, 3).translate((0, 0, 1.5))
fixture = fixture.union(cq.Workplane("XY").box(160, 38, 3).translate((0, 0, 38.5)))
for x in (-64, -32, 0, 32, 64):
    fixture = fixture.union(cq.Workplane("XY").center(x, 0).circle(6).extrude(40))
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(-48, 0), (48, 0)]).circle(4).extrude(40))
