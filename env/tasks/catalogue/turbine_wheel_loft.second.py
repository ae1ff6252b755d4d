import math
import cadquery as cq

# Blade corners computed by hand, lofted between two polygons; hub and disc revolved as one profile.
def corners(x, t, deg):
    a = math.radians(deg)
    u, v = (math.cos(a), -math.sin(a)), (math.sin(a), math.cos(a))  # thickness and chord directions in (y, z)
    return [(i * t / 2 * u[0] + j * 8 * v[0], i * t / 2 * u[1] + j * 8 * v[1]) for i, j in ((1, 1), (1, -1), (-1, -1), (-1, 1))]
root, tip = corners(42, 4, 25), corners(75, 3, 50)
blade = cq.Workplane("YZ", origin=(42, 0, 0)).polyline(root).close().workplane(offset=33).polyline(tip).close().loft(ruled=True)
wheel = cq.Workplane("XZ").polyline([(8, -9), (45, -9), (45, 9), (20, 9), (20, 21), (8, 21)]).close().revolve(360, (0, 0, 0), (0, 1, 0))
for k in range(6):
    a = math.radians(60 * k)
    wheel = wheel.cut(cq.Workplane("XY").center(32 * math.cos(a), 32 * math.sin(a)).circle(4).extrude(20, both=True))
for k in range(12):
    wheel = wheel.union(blade.rotate((0, 0, 0), (0, 0, 1), 30 * k))
result = wheel
