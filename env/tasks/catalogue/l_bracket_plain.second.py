import cadquery as cq

# The side view, pulled to the width.
side = [(0, 0), (60, 0), (60, 5), (5, 5), (5, 50), (0, 50)]
result = cq.Workplane("XZ").polyline(side).close().extrude(-40)
