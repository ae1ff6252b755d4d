import cadquery as cq

length, width, height = 60.0, 40.0, 25.0
spacing = 36.0
hole_d = 6.6
cbore_d, cbore_depth = 11.0, 6.5

fixture = (
    cq.Workplane("XY")
    .box(length, width, height)
    .faces(">Z")
    .workplane()
    .pushPoints([(-spacing / 2, 0), (spacing / 2, 0)])
    .cboreHole(hole_d, cbore_d, cbore_depth)
)
