import cadquery as cq
p = cq.Workplane("XY").box(260, 80, 12, centered=(True, True, False))
p = p.faces(">Z").workplane().rarray(40, 30, 6, 2).hole(14)
for x in (-120, 0, 120):
    p = p.union(cq.Workplane("XY").center(x, 0).circle(8).extrude(130))
fixture = p
