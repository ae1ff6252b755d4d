import cadquery as cq
b = cq.Workplane("XY").box(85, 80, 150)
for z in (-50, 0, 50):
    b = b.cut(cq.Workplane("XZ").center(0, z).circle(18).extrude(100, both=True))
fixture = b.cut(cq.Workplane("YZ").rarray(30, 50, 2, 3).circle(10).extrude(100, both=True))
