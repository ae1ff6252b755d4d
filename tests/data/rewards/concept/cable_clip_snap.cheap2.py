import cadquery as cq
f = cq.Workplane("XY").box(45, 28, 2, centered=(True, True, False))
for i in range(4):
    f = f.union(cq.Workplane("XY").box(2, 28, 22, centered=(True, True, False)).translate((-21.5 + i * 14.33, 0, 0)))
fixture = f
