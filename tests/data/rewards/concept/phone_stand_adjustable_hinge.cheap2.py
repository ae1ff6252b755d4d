import cadquery as cq
f = cq.Workplane("XY").box(120, 120, 6, centered=(True, True, False))
f = f.union(cq.Workplane("XY").box(6, 120, 160, centered=(True, True, False)).translate((57, 0, 0)))
f = f.union(cq.Workplane("XY").box(120, 6, 160, centered=(True, True, False)).translate((0, 57, 0)))
for p in ((-40, -40), (0, -40), (-40, 0)):
    f = f.union(cq.Workplane("XY").center(*p).circle(8).extrude(160))
fixture = f
