import cadquery as cq

length, width, thickness = 80.0, 50.0, 6.0
pitch_x, pitch_y = 60.0, 30.0
hole_d = 5.5

fixture = (
    cq.Workplane("XY")
    .box(length, width, thickness, centered=(True, True, False))
    .faces(">Z")
    .workplane()
    .rect(pitch_x, pitch_y, forConstruction=True).vertices()
    .hole(hole_d)
)
