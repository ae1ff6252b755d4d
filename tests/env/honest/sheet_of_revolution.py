# Revolved profiles about several axes, and a knurl of cuts made by a comprehension.
from functools import reduce
from itertools import product

import cadquery as cq

profile = [(0, 0), (12, 0), (12, 3), (6, 4), (6, 14), (9, 16), (9, 18), (0, 18)]
knob = cq.Workplane("XZ").polyline(profile).close().revolve()
half = cq.Workplane("XY").rect(4, 8).revolve(180, (-10, 0, 0), (-10, 1, 0)).translate((50, 0, 0))
grooves = (cq.Workplane("XY").circle(0.8).extrude(3).rotate((0, 0, 0), (1, 0, 0), 0).translate((12, 0, 0))
           .rotate((0, 0, 0), (0, 0, 1), 30 * i) for i in range(12))
knob = reduce(lambda body, groove: body.cut(groove), grooves, knob)
pads = [cq.Workplane("XY").box(2, 2, 1).translate((x, y, -5)) for x, y in product((-5, 5), repeat=2)]
result = reduce(lambda a, b: a.union(b), pads, knob).union(half)
