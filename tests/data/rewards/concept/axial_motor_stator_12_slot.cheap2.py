import cadquery as cq
r = cq.Workplane("XY").rect(180, 180).rect(160, 160).extrude(30)
for i in range(6):
    r = r.union(cq.Workplane("XY").box(170, 4, 4, centered=(True, True, False)).translate((0, -62 + i * 25, 13)))
fixture = r
