import cadquery as cq
s = cq.Workplane("XY").box(260, 180, 20)
for i in range(1, 4):
    s = s.union(cq.Workplane("XY").box(260 - 30 * i, 180 - 20 * i, 50).translate((0, 0, 45 * i - 10)))
fixture = s.translate((0, 0, -70))
