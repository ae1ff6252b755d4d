import cadquery as cq
import math

# Legs as polygons in the XZ plane, clipped by the floor; axis along X at the end.
L = math.hypot(330, 390)
ux, uz = 330 / L, 390 / L

def leg(s, y):
    a = (s * (-180 - 60 * ux), -60 * uz)
    b = (s * 150, 390)
    n = (s * -uz * 15, ux * 15)
    pts = [(a[0] + n[0], a[1] + n[1]), (a[0] - n[0], a[1] - n[1]), (b[0] - n[0], b[1] - n[1]), (b[0] + n[0], b[1] + n[1])]
    return cq.Workplane("XZ", origin=(0, y + 20, 0)).polyline(pts).close().extrude(20)

def cyl(r, h, x, z):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, 2 * h, cq.Vector(x, -h, z), cq.Vector(0, 1, 0)))

body = leg(1, 150).union(leg(1, -170)).union(leg(-1, 128)).union(leg(-1, -148))
body = body.intersect(cq.Workplane("XY").box(1000, 1000, 1000, centered=(True, True, False)))
body = body.union(cq.Workplane("XY", origin=(0, 0, 380)).rect(340, 380).extrude(20))
body = body.union(cyl(8, 180, 0, 180 * 390 / 330)).union(cyl(10, 170, 180 - 40 * 330 / 390, 40)).union(cyl(10, 170, -180 + 40 * 330 / 390, 40))
result = body.rotate((0, 0, 0), (0, 0, 1), 90)
