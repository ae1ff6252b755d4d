import cadquery as cq
f = cq.Workplane("XY").rect(560, 590, forConstruction=True).vertices().rect(60, 60).extrude(1120)
for z in (0, 450, 1080):
    f = f.union(cq.Workplane("XY").workplane(offset=z).rect(620, 650).extrude(40))
fixture = f
