import math
import cadquery as cq

# Outer shapes revolved, both passages revolved too, bolt holes drilled one by one; lying elsewhere.
outer = cq.Workplane("XY").polyline([(-80, 0), (-80, 45), (-70, 45), (-70, 30), (70, 30), (70, 45), (80, 45), (80, 0)]).close().revolve(360, (0, 0, 0), (1, 0, 0))
stub = cq.Workplane("XZ").polyline([(0, 0), (20, 0), (20, 72), (35, 72), (35, 80), (0, 80)]).close().revolve(360, (0, 0, 0), (0, 1, 0))
def rod(r, start, axis, h):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, h, cq.Vector(*start), cq.Vector(*axis)))
tee = outer.union(stub).cut(rod(25, (-100, 0, 0), (1, 0, 0), 200)).cut(rod(16, (0, 0, 0), (0, 0, 1), 100))
a, b = 37.5 * math.sqrt(0.5), 27.5 * math.sqrt(0.5)
for s in (-1, 1):
    for t in (-1, 1):
        tee = tee.cut(rod(4.5, (-100, s * a, t * a), (1, 0, 0), 30.5)).cut(rod(4.5, (69.5, s * a, t * a), (1, 0, 0), 30))
        tee = tee.cut(rod(3.5, (s * b, t * b, 71.5), (0, 0, 1), 10))
result = tee.translate((0, 0, 45))
