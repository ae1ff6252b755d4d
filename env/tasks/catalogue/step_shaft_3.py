import cadquery as cq

# Steps from the -X end.
first_d, first_l = 20.0, 30.0
second_d, second_l = 16.0, 25.0
third_d, third_l = 12.0, 20.0

fixture = (
    cq.Workplane("YZ")
    .circle(first_d / 2)
    .extrude(first_l)
    .faces(">X")
    .workplane()
    .circle(second_d / 2)
    .extrude(second_l)
    .faces(">X")
    .workplane()
    .circle(third_d / 2)
    .extrude(third_l)
)
