import cadquery as cq
f = cq.Workplane("XY").box(420, 360, 480).cut(cq.Workplane("XY").box(380, 320, 600))
f = f.cut(cq.Workplane("XY").box(380, 600, 440)).cut(cq.Workplane("XY").box(600, 320, 440))
for y in (-120, -60, 0, 60, 120):
    f = f.union(cq.Workplane("XY").box(420, 20, 20).translate((0, y, 230)))
fixture = f
