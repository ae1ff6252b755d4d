# The free-function API: values in, values out.
from cadquery.func import *

base = box(20, 30, 6)
pin = cylinder(4, 12).moved(z=6)
ring = torus(30, 3).moved(z=3)
hollow = (base - cylinder(8, 20).moved(z=-5)) + pin.moved(x=6, y=10)
path = spline([(0, 0, 0), (0, 5, 10), (5, 5, 20)])
tube = sweep(circle(2), path).moved(x=25)
tube = solid(tube) if tube.ShapeType() == "Shell" else tube
result = compound(hollow, ring.moved(x=-40), sphere(5).moved(y=40), cone(6, 2, 8).moved(y=-40))
