import cadquery as cq

length, width, thickness = 85.0, 56.0, 3.0
corner_r = 3.0
pattern_x, pattern_y = 58.0, 49.0
edge = 3.5  # from the -X edge to the first holes
hole_d = 2.7
window_x, window_y = 40.0, 28.0

middle_x = edge + pattern_x / 2 - length / 2
plate = (
    cq.Workplane("XY")
    .box(length, width, thickness)
    .edges("|Z")
    .fillet(corner_r)
    .faces(">Z")
    .workplane()
    .center(middle_x, 0)
    .rect(pattern_x, pattern_y, forConstruction=True)
    .vertices()
    .hole(hole_d)
)
window = cq.Workplane("XY").box(window_x, window_y, 2 * thickness).translate((middle_x, 0, 0))
fixture = plate.cut(window)
