import cadquery as cq
import math

# Diagonals as drawn parallelograms... cut square: corner points from the unit vector; runs along Y here.
u = math.hypot(70, 108)
ex, ez = 70 / u, 108 / u

def bar(x0, z0, s):
    pts = [(x0 - 5 * ez * s, z0 + 5 * ex), (x0 + 5 * ez * s, z0 - 5 * ex), (x0 + s * 70 + 5 * ez * s, z0 + 108 - 5 * ex), (x0 + s * 70 - 5 * ez * s, z0 + 108 + 5 * ex)]
    return cq.Workplane("YZ", origin=(-8, 0, 0)).polyline(pts).close().extrude(16)

frame = cq.Workplane("YZ", origin=(-8, 0, 0)).rect(300, 120).extrude(16).cut(cq.Workplane("YZ", origin=(-8, 0, 0)).rect(280, 96).extrude(16)).translate((0, 0, 60))
for x0, s in ((-140, 1), (0, -1), (0, 1), (140, -1)):
    frame = frame.union(bar(x0, 6, s))
for y0 in (-150, 140):
    frame = frame.union(cq.Workplane("XY").box(40, 10, 120, centered=(True, False, False)).translate((0, y0, 0)))
for x in (-13, 13):
    for z in (20, 100):
        frame = frame.cut(cq.Workplane("XZ", origin=(x, -160, z)).circle(3).extrude(-400))
result = frame
