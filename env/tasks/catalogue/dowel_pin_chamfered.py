import cadquery as cq

diameter = 8.0
length = 30.0
chamfer = 1.0

fixture = (
    cq.Workplane("XY")
    .circle(diameter / 2)
    .extrude(length)
    .faces("<Z or >Z")
    .chamfer(chamfer)
)
