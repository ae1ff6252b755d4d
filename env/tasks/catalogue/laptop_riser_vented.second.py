import cadquery as cq

# Widths as intervals in X; side views drawn in YZ; rear towards -Y and off the origin.
def prism(x0, x1, pts):
    return cq.Workplane("YZ", origin=(x0, 0, 0)).polyline(pts).close().extrude(x1 - x0)

def z(y):
    return 20 + 0.3 * y

body = prism(0, 320, [(0, 20), (240, 92), (240, 100), (0, 28)])
for x in (55, 125, 195, 265):
    for y in (70, 170):
        body = body.cut(cq.Workplane("XY").box(12, 70, 300).translate((x, y, 0)))
for x0, s0, l0, f0 in ((0, 50, 12, 15), (310, 230, 282, 285)):
    body = body.union(prism(x0, x0 + 10, [(0, 28), (240, 100), (240, 112), (0, 40)]))
    body = body.union(prism(s0, s0 + 40, [(0, 20), (8, 20), (8, 48), (0, 48)]))
    body = body.union(prism(f0, f0 + 20, [(4, 0), (236, 0), (236, 8), (4, 8)]))
    for y in (4, 222):
        body = body.union(prism(l0, l0 + 26, [(y, 0), (y + 14, 0), (y + 14, z(y + 14)), (y, z(y))]))
result = body.rotate((0, 0, 0), (0, 0, 1), 180).translate((7, 8, 9))
