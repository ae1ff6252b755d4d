import cadquery as cq

# The L section pulled to the width, its outline trimmed by the front view of the upright.
body = cq.Workplane("XZ").polyline([(0, 0), (90, 0), (90, 3), (3, 3), (3, 160), (0, 160)]).close()
body = body.extrude(65, both=True)
front = (
    cq.Workplane("YZ")
    .moveTo(-65, 0).lineTo(65, 0).lineTo(65, 130)
    .radiusArc((35, 160), -30).lineTo(-35, 160).radiusArc((-65, 130), -30)
    .close().extrude(100)
)
rib = cq.Workplane("XZ").polyline([(2, 2), (2, 83), (3, 83), (63, 3), (63, 2)]).close().extrude(-4)
result = body.intersect(front).union(rib.translate((0, -2, 0)))
