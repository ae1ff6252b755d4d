import cadquery as cq

# Axle along X here, the plate at z = 0 and the wheel below it.
plate = cq.Workplane("XY").box(80, 90, 6, centered=(True, True, False))
for x in (-28, 28):
    for y in (-33, 33):
        plate = plate.cut(cq.Workplane("XY").center(x, y).circle(4).extrude(6))
body = plate.union(cq.Workplane("XY").cylinder(20, 15).translate((0, 0, -10)))
u = [(-22, -20), (22, -20), (22, -98), (16, -98), (16, -28), (-16, -28), (-16, -98), (-22, -98)]
body = body.union(cq.Workplane("XZ").polyline(u).close().extrude(15, both=True))
profile = [(0, -26), (5, -26), (5, -13), (38, -13), (38, 13), (5, 13), (5, 26), (0, 26)]
wheel = cq.Workplane("XY").polyline(profile).close().revolve(360, (0, 0, 0), (0, 1, 0))
result = body.union(wheel.rotate((0, 0, 0), (0, 0, 1), 90).translate((0, 0, -86)))
