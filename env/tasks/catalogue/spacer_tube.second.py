import cadquery as cq

# The wall's section, turned once round the axis.
wall = cq.Workplane("XZ").moveTo(4.2, -10).lineTo(8, -10).lineTo(8, 15).lineTo(4.2, 15).close()
result = wall.revolve(360, (0, 0, 0), (0, 1, 0))
