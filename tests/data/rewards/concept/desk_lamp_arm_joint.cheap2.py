import cadquery as cq
f = cq.Workplane("XZ").rect(260, 180).rect(230, 150).extrude(8)
f = f.union(cq.Workplane("XZ").rect(260, 20).extrude(8))
for x in (-120, 0, 120):
    f = f.union(cq.Workplane("XZ").center(x, 0).circle(10).circle(4).extrude(80))
fixture = f
