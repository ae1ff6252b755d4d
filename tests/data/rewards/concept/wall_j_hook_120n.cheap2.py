import cadquery as cq
f = cq.Workplane("XY").rect(160, 90).extrude(10)
f = f.union(cq.Workplane("XY").rarray(40, 40, 4, 2).circle(9).extrude(180))
f = f.union(cq.Workplane("XY").workplane(offset=172).rect(150, 80).extrude(8))
fixture = f
