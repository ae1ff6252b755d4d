import cadquery as cq
f = cq.Workplane("XY").rect(100, 70).extrude(2)
f = f.union(cq.Workplane("XY").rarray(20, 17.5, 5, 4).circle(6).extrude(12))
fixture = f.cut(cq.Workplane("XY").rarray(20, 17.5, 5, 4).circle(2.5).extrude(12))
