import cadquery as cq
# frame of bars
fixture = (cq.Workplane("XY").box(120, 120, 160)
           .cut(cq.Workplane("XY").box(104, 104, 200))
           .cut(cq.Workplane("XY").box(104, 200, 144))
           .cut(cq.Workplane("XY").box(200, 104, 144)))
fixture = fixture.union(cq.Workplane("YZ").center(0, 74).circle(8).extrude(60, both=True)).union(cq.Workplane("XZ").center(0, 74).circle(8).extrude(60, both=True))
