import cadquery as cq
f = cq.Workplane("XY").box(80, 60, 3)
for i in range(1, 5):
    f = f.union(cq.Workplane("XY").box(80, 60, 3).translate((0, 0, 13 * i)))
f = f.union(cq.Workplane("XY").rect(70, 50, forConstruction=True).vertices().circle(3).extrude(53.5))
f = f.cut(cq.Workplane("XY").rect(40, 20, forConstruction=True).vertices().circle(2).extrude(80, both=True))
fixture = f
