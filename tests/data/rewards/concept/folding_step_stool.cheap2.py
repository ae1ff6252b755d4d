import cadquery as cq
f = cq.Workplane("XY").box(420, 360, 20)
for z in (150, 300, 460):
    f = f.union(cq.Workplane("XY").box(420, 360, 20).translate((0, 0, z)))
for x in (-190, 190):
    f = f.union(cq.Workplane("XY").box(20, 20, 480).translate((x, 0, 230)))
fixture = f
