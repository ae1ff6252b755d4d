import cadquery as cq

# A solid wedge-shaped block hollowed out between its cheeks; wall towards -X.
side = cq.Workplane("XZ").polyline([(0, 0), (40, 0), (40, 4), (20, 4), (4, 24), (4, 40), (0, 40)]).close().extrude(60)
body = side.cut(cq.Workplane("XY").box(100, 52, 100, centered=False).translate((4, -56, 4)))
body = body.cut(cq.Workplane("XY").box(4, 23, 13).translate((2, -30, 24)))
for y in (-44, -16):
    body = body.cut(cq.Workplane("YZ", origin=(0, y, 24)).circle(1.2).extrude(4))
for y in (-52, -8):
    for x in (13, 33):
        body = body.cut(cq.Workplane("XY", origin=(x, y, 0)).circle(1.7).extrude(4))
result = body
