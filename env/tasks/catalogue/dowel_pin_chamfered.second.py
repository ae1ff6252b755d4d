import cadquery as cq

half = [(0, -15), (3, -15), (4, -14), (4, 14), (3, 15), (0, 15)]
result = cq.Workplane("XZ").polyline(half).close().revolve(360, (0, 0, 0), (0, 1, 0))
