import cadquery as cq
f = cq.Workplane("XY").box(60, 60, 900, centered=(True, True, False))
for z in (0, 215, 430, 645, 870):
    f = f.union(cq.Workplane("XY").box(500, 500, 30, centered=(True, True, False)).translate((0, 0, z)))
fixture = f
