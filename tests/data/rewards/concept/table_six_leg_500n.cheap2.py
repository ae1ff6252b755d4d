import cadquery as cq
s = cq.Workplane("XY").box(60, 600, 720, centered=(True, True, False))
for z in (0, 230, 460, 690):
    s = s.union(cq.Workplane("XY").box(900, 600, 30, centered=(True, True, False)).translate((0, 0, z)))
fixture = s
