import cadquery as cq

# drawer handle
post1 = cq.Workplane("XY").center(-65, 0).rect(30, 38).extrude(25)
post2 = cq.Workplane("XY").center(65, 0).rect(30, 38).extrude(25)
bar = cq.Workplane("XZ").moveTo(-80, 20).threePointArc((0, 40), (80, 20)).lineTo(70, 15).threePointArc((0, 30), (-70, 15)).close().extrude(10, both=True)
fixture = post1.union(post2).union(bar)
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(-65, 0), (65, 0)]).circle(2.5).extrude(15))
