import cadquery as cq

section = [(-5, 0), (5, 0), (6.5, 1.5), (6.5, 6), (4, 6), (4, 10), (-4, 10), (-4, 6), (-6.5, 6), (-6.5, 1.5)]
body = cq.Workplane("YZ").polyline(section).close().extrude(20)
result = body.cut(cq.Workplane("XY", origin=(10, 0, -5)).circle(2.5).extrude(20))
