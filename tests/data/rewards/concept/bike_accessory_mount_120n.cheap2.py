import cadquery as cq
s = cq.Workplane("XY").box(180, 80, 90)
for y in (-20, 20):
    s = s.cut(cq.Workplane("XZ").pushPoints([(-60, y), (-20, y), (20, y), (60, y)]).circle(12).extrude(100, both=True))
fixture = s
