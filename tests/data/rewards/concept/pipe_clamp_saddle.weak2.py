import cadquery as cq

# base flanges
flanges = cq.Workplane("XY").box(160, 80, 15, centered=(True, True, False))
# saddle block
block = cq.Workplane("XY").box(100, 80, 80, centered=(True, True, False))
# pipe groove
groove = cq.Workplane("XZ").center(0, 80).circle(38).extrude(50, both=True)

fixture = flanges.union(block).cut(groove)
fixture = fixture.cut(
    cq.Workplane("XY").pushPoints([(-65, 0), (65, 0)]).circle(6).extrude(20)
)
