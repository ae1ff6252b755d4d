import cadquery as cq

# Everything from cylinders and boxes, in a frame with the lower arm level first.
def cyl(r, at, to):
    v = cq.Vector(*to) - cq.Vector(*at)
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, v.Length, cq.Vector(*at), v))

def flat(r, x0, x1, y0, y1):
    b = cq.Workplane("XY").box(x1 - x0, y1 - y0, 2 * r, centered=(False, False, True)).translate((x0, y0, 0))
    return b.union(cyl(r, (x0, y0, 0), (x0, y1, 0))).union(cyl(r, (x1, y0, 0), (x1, y1, 0)))

d = 2**0.5
lower = flat(13, -120 * d, 0, -14, 0).cut(flat(4.5, -90 * d, -30 * d, -14, 0)).rotate((0, 0, 0), (0, 1, 0), -45)
upper = flat(13, 0, 105, 0, 14).cut(flat(4.5, 30, 75, 0, 14))
body = lower.union(upper).union(cyl(22, (0, -14, 0), (0, 14, 0))).union(cyl(18, (0, -40, 0), (0, -14, 0))).union(cyl(12, (0, 14, 0), (0, 40, 0)))
body = body.union(cyl(18, (109, 7, -13), (109, 7, 45))).cut(cyl(14, (109, 7, -13), (109, 7, 45)))
result = body.cut(cyl(5, (0, -40, 0), (0, 40, 0))).rotate((0, 0, 0), (0, 0, 1), 180)
