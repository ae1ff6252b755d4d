import cadquery as cq
f = cq.Workplane("XY").rect(620, 650).extrude(450).edges("|Z").fillet(60)
f = f.union(cq.Workplane("XY").center(0, 225).rect(620, 200).extrude(1120))
f = f.cut(cq.Workplane("XZ").rarray(150, 100, 4, 4).circle(40).extrude(1000, both=True))
fixture = f
