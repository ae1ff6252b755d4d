import cadquery as cq
fixture = cq.Workplane("XY").box(260, 80, 130).cut(cq.Workplane("XY").box(236, 80, 106))
fixture = fixture.cut(cq.Workplane("XY").box(236, 56, 140)).cut(cq.Workplane("XY").box(270, 56, 106))
for x in (-60, 0, 60):
    fixture = fixture.union(cq.Workplane("XY").box(10, 80, 130).translate((x, 0, 0)))
fixture = fixture.cut(cq.Workplane("XZ").pushPoints([(-124, -30), (-124, 30)]).circle(4).extrude(60, both=True))
