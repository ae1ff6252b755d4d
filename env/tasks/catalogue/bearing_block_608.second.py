import cadquery as cq

# The front view in one outline, its lower left corner at the origin.
body = (
    cq.Workplane("XZ")
    .lineTo(70, 0).lineTo(70, 8).lineTo(52, 8).lineTo(52, 24)
    .threePointArc((35, 41), (18, 24)).lineTo(18, 8).lineTo(0, 8).close()
    .extrude(-14)
)
# The bearing and what turns behind it, as one stepped plug.
plug = cq.Workplane("XZ", origin=(35, -1, 24)).circle(11).extrude(-8)
plug = plug.union(cq.Workplane("XZ", origin=(35, 6, 24)).circle(9).extrude(-10))
body = body.cut(plug)
for x in (9, 61):
    body = body.cut(cq.Workplane("XY", origin=(x, 7, -1)).circle(2.75).extrude(10))
result = body
