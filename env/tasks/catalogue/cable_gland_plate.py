import cadquery as cq

length, width, thickness = 140.0, 90.0, 4.0
corner_r = 8.0
gland_d, gland_pitch = 20.4, 40.0  # M20
screw_d, screw_x, screw_y = 5.5, 120.0, 70.0

outline = (
    cq.Sketch()
    .rect(length, width)
    .vertices()
    .fillet(corner_r)
    .reset()
    .rarray(gland_pitch, 1, 3, 1)
    .circle(gland_d / 2, mode="s")
    .reset()
    .rarray(screw_x, screw_y, 2, 2)
    .circle(screw_d / 2, mode="s")
)
fixture = cq.Workplane("XY").placeSketch(outline).extrude(thickness)
