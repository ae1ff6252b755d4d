import cadquery as cq
f = cq.Workplane("XY").box(900, 600, 720).cut(cq.Workplane("XY").box(840, 540, 800))
f = f.cut(cq.Workplane("XY").box(1000, 540, 640)).cut(cq.Workplane("XY").box(840, 700, 640))
fixture = f
