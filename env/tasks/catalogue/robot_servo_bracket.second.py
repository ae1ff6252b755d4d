import cadquery as cq

# Outline of ears, cradle and ribs across, extruded; then thinned, notched and drilled. Lies with its ears along Y.
ears = cq.Workplane("XY").box(60, 80, 4, centered=(False, True, False))
u = [(-26, 0), (26, 0), (26, 55), (21, 55), (21, 4), (-21, 4), (-21, 55), (-26, 55)]
cradle = cq.Workplane("YZ", origin=(10, 0, 0)).polyline(u).close().extrude(40)
ribs = cq.Workplane("YZ", origin=(27, 0, 0)).polyline([(-35, 4), (35, 4), (26, 34), (-26, 34)]).close().extrude(6)
ribs = ribs.cut(cq.Workplane("XY").box(60, 42, 60, centered=(False, True, False)))
body = ears.union(cradle).union(ribs).cut(cq.Workplane("XY").box(20, 14, 4, centered=(False, True, False)))
for x in (20, 40):
    body = body.cut(cq.Workplane("XZ", origin=(x, 40, 43)).circle(1.6).extrude(80))
for y in (-33, 33):
    body = body.cut(cq.Workplane("XY").pushPoints([(10, y), (50, y)]).circle(2.25).extrude(4))
result = body.translate((-10, 5, 20))
