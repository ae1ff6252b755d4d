import cadquery as cq
s = cq.Workplane("XY").box(160, 80, 6, centered=(True, True, False))
for x in (-70, -35, 0, 35, 70):
    s = s.union(cq.Workplane("XY").center(x, 0).circle(8).extrude(80))
fixture = s
