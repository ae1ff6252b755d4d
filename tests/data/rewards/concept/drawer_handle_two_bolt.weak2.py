import cadquery as cq

# posts
left = cq.Workplane("XY").box(20, 38, 30).translate((-70, 0, 15))
right = cq.Workplane("XY").box(20, 38, 30).translate((70, 0, 15))

# arched grip bar
bar = (cq.Workplane("XZ").moveTo(-80, 28).threePointArc((0, 40), (80, 28))
       .lineTo(80, 20).threePointArc((0, 32), (-80, 20)).close().extrude(10, both=True))

fixture = left.union(right).union(bar)

# screw holes
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(-70, 0), (70, 0)]).circle(2.5).extrude(20))
