import cadquery as cq
f = cq.Workplane("XY").box(500, 500, 900)
f = f.cut(cq.Workplane("XY").box(500, 440, 840)).cut(cq.Workplane("XY").box(440, 500, 840)).cut(cq.Workplane("XY").box(440, 440, 900))
fixture = f.union(cq.Workplane("XY").box(500, 30, 30).translate((0, 0, -435))).union(cq.Workplane("XY").box(30, 500, 30).translate((0, 0, -435)))
fixture = fixture.union(cq.Workplane("XY").box(30, 30, 900))
