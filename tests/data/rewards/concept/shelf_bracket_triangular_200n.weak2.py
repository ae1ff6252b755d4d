import cadquery as cq

wall = cq.Workplane("XY").box(10, 60, 180).translate((5, 0, 90))
arm = cq.Workplane("XY").box(220, 60, 10).translate((110, 0, 175))

rib = (
    cq.Workplane("XZ")
    .polyline([(10, 170), (180, 170), (10, 30)])
    .close()
    .extrude(5, both=True)
)

fixture = wall.union(arm).union(rib)
fixture = fixture.cut(cq.Workplane("YZ").pushPoints([(0, 20), (20, 140)]).circle(4).extrude(10))
