import cadquery as cq
fixture = cq.Workplane("XY").box(220, 60, 6)
for x in (-100, -60, -20, 20, 60, 100):
    fixture = fixture.union(cq.Workplane("XY").box(5, 60, 180).translate((x, 0, 0)))
fixture = fixture.cut(cq.Workplane("YZ").pushPoints([(0, -45), (0, 45)]).circle(5).extrude(120, both=True))
