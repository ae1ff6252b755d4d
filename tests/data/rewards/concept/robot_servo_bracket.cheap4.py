import cadquery as cq
# thin sheets crossing
a = cq.Workplane("XY").box(80, 60, 2)
b = cq.Workplane("XY").box(80, 2, 55)
c = cq.Workplane("XY").box(2, 60, 55)
fixture = a.union(b).union(c).cut(cq.Workplane("XY").rect(50, 30, forConstruction=True).vertices().circle(3).extrude(30, both=True))
