import cadquery as cq

# A solid of revolution with the blades' height, cut down to star shape above the disc; then the hub.
body = cq.Workplane("XZ").polyline([(0, 0), (60, 0), (60, 6), (56, 6), (56, 20), (18, 36), (18, 40), (0, 40)]).close().revolve(360, (0, 0, 0), (0, 1, 0))
star = cq.Workplane("XY", origin=(0, 0, 6)).rect(112, 4).extrude(40)
star = star.union(star.rotate((0, 0, 0), (0, 0, 1), 60)).union(star.rotate((0, 0, 0), (0, 0, 1), -60))
keep = star.union(cq.Workplane("XY").circle(60).extrude(6)).union(cq.Workplane("XY").circle(18).extrude(40))
result = body.intersect(keep).cut(cq.Workplane("XY").circle(6).extrude(40)).translate((3, 4, 5))
