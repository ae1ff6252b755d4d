import cadquery as cq
f = cq.Workplane("XY").rect(90, 80).extrude(10)
f = f.union(cq.Workplane("XY").rarray(28, 28, 3, 3).circle(12).extrude(125))
f = f.union(cq.Workplane("XY").workplane(offset=120).rect(90, 80).extrude(10))
fixture = f.faces(">Z").workplane().rect(74, 64, forConstruction=True).vertices().hole(6, 10)
