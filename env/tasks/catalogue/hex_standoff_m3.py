import math

import cadquery as cq

across_flats = 5.5
bore_d = 2.5  # M3 tapping drill
height = 12.0

across_corners = across_flats / math.cos(math.pi / 6)
fixture = (
    cq.Workplane("XY")
    .polygon(6, across_corners)
    .extrude(height)
    .faces(">Z")
    .workplane()
    .hole(bore_d)
)
