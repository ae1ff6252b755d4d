import cadquery as cq

# tilted platform
platform = cq.Workplane("XY").box(320, 240, 8)
platform = platform.cut(cq.Workplane("XY").rarray(40, 1, 6, 1).rect(12, 160).extrude(20, both=True))
stop = cq.Workplane("XY").box(320, 8, 20).translate((0, -116, 8))
platform = platform.union(stop).rotate((0, 0, 0), (1, 0, 0), 18).translate((0, 0, 75))
# rear legs
leg1 = cq.Workplane("XY").box(20, 20, 108, centered=(True, True, False)).translate((-140, 100, 0))
leg2 = cq.Workplane("XY").box(20, 20, 108, centered=(True, True, False)).translate((140, 100, 0))
fixture = platform.union(leg1).union(leg2)
