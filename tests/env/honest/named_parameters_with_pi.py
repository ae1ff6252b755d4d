# "from math import pi": nothing here is a forbidden word.
from math import cos, pi, sin, sqrt

import cadquery as cq

socket_diameter = 8.0
teeth = 9
sorted_radii = sorted([18.0, 22.0])
points = []
for i in range(2 * teeth):
    r = sorted_radii[i % 2]
    angle = pi * i / teeth
    points.append((r * cos(angle), r * sin(angle)))
print("radii", sorted_radii, sqrt(2))
fixture = cq.Workplane("XY").polyline(points).close().extrude(6).faces(">Z").workplane().hole(socket_diameter)
