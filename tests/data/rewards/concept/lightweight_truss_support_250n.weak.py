import cadquery as cq

# triangular plate with triangular cutouts
body = cq.Workplane("XZ").polyline([(0, 0), (0, 130), (260, 130), (260, 100)]).close().extrude(20)
body = body.cut(cq.Workplane("XZ").polyline([(30, 35), (30, 115), (90, 115)]).close().extrude(20))
body = body.cut(cq.Workplane("XZ").polyline([(50, 40), (110, 110), (150, 80)]).close().extrude(20))
body = body.cut(cq.Workplane("XZ").polyline([(130, 115), (165, 92), (200, 115)]).close().extrude(20))
# mounting plate and holes
plate = cq.Workplane("XY").box(10, 80, 130, centered=(False, True, False)).translate((0, -10, 0))
plate = plate.cut(cq.Workplane("YZ").pushPoints([(-35, 65), (15, 65)]).circle(5).extrude(10))
boss = cq.Workplane("XZ").center(245, 115).circle(15).circle(6).extrude(30)
fixture = body.union(plate).union(boss)
