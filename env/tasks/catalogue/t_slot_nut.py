import cadquery as cq

length = 20.0
base_w, base_h = 13.0, 6.0
neck_w, neck_h = 8.0, 4.0
chamfer = 1.5
hole_d = 5.0  # M6 tapping drill

on_ground = (True, True, False)
base = cq.Workplane("XY").box(length, base_w, base_h, centered=on_ground)
base = base.edges("|X and <Z").chamfer(chamfer)
fixture = (
    base.faces(">Z")
    .workplane()
    .rect(length, neck_w)
    .extrude(neck_h)
    .faces(">Z")
    .workplane()
    .hole(hole_d)
)
