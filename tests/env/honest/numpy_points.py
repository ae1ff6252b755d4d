# Points from numpy, as arrays and scalars.
import numpy as np

import cadquery as cq

t = np.linspace(0, 2 * np.pi, 25)[:-1]
points = np.column_stack([20 * np.cos(t), 12 * np.sin(t)])
lens = cq.Workplane("XY").spline([tuple(p) for p in points], periodic=True).close().extrude(np.float64(3.0))
holes = [(float(x), float(y)) for x, y in 0.6 * points[::4]]
rng = np.random.default_rng(7)
lens = lens.faces(">Z").workplane().pushPoints(holes).hole(1.5 + 0.0 * rng.random())
result = lens
