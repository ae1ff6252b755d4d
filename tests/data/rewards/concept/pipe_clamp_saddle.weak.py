import cadquery as cq

# base with two flanges
base = cq.Workplane("XY").box(160, 80, 15, centered=(True, True, False))
# saddle block with semicircular seat
block = cq.Workplane("XY").box(100, 80, 80, centered=(True, True, False))
saddle = base.union(block)
saddle = saddle.cut(cq.Workplane("XZ").center(0, 80).circle(38).extrude(100, both=True))
# bolt holes
holes = cq.Workplane("XY").pushPoints([(-65, 0), (65, 0)]).circle(6).extrude(20)
fixture = saddle.cut(holes)
