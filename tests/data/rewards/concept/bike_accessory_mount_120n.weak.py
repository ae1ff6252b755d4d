import cadquery as cq

# clamp block with tube hole
clamp = cq.Workplane("XY").box(60, 80, 90).translate((-60, 0, 0))
clamp = clamp.cut(cq.Workplane("XZ").center(-60, 0).circle(16).extrude(100, both=True))
# slot for clamping
clamp = clamp.cut(cq.Workplane("XY").box(40, 100, 3).translate((-80, 0, 0)))
# arm
arm = cq.Workplane("XY").box(125, 40, 20).translate((27.5, 0, 10))
fixture = clamp.union(arm)
fixture = fixture.cut(cq.Workplane("XY").pushPoints([(40, 0), (75, 0)]).circle(4).extrude(100, both=True))
