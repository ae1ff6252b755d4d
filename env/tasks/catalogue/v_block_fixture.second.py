import cadquery as cq

# The whole section as one outline, from the middle of the foot round to it again.
right = [(25, 0), (25, 12), (20, 12), (20, 18), (25, 18), (25, 40), (15, 40), (1.5, 26.5), (1.5, 22)]
left = [(-y, z) for y, z in reversed(right)]
result = cq.Workplane("YZ").polyline(right + left).close().extrude(80)
