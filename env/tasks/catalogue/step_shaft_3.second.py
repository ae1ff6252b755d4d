import cadquery as cq

half = [(0, 0), (0, 10), (30, 10), (30, 8), (55, 8), (55, 6), (75, 6), (75, 0)]
result = cq.Workplane("XY").polyline(half).close().revolve(360, (0, 0, 0), (1, 0, 0))
