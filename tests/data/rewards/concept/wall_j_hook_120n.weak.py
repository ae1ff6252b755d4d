import cadquery as cq

plate = cq.Workplane("XY").box(10, 90, 100).translate((5, 0, 130))
holes = cq.Workplane("YZ").pushPoints([(-30, 160), (30, 160), (-30, 100), (30, 100)]).circle(4).extrude(20)
plate = plate.cut(holes)
path = cq.Workplane("XZ").moveTo(20, 150).lineTo(20, 77).threePointArc((82, 15), (145, 77))
arm = cq.Workplane("XY").workplane(offset=150).center(20, 0).circle(15).sweep(path)
fixture = plate.union(arm)
