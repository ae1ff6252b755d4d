import cadquery as cq
f = cq.Workplane("XY").rect(180, 180).rect(168, 168).extrude(28)
f = f.union(cq.Workplane("XY").rect(180, 8).extrude(28)).union(cq.Workplane("XY").rect(8, 180).extrude(28))
f = f.cut(cq.Workplane("XY").rect(174, 174, forConstruction=True).vertices().circle(2).extrude(28))
fixture = f
