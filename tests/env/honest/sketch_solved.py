# A sketch whose constraints are solved.
import cadquery as cq

triangle = (
    cq.Sketch()
    .segment((0, 0), (4, 0.2), "base")
    .segment((4, 0.2), (4.1, 3), "side")
    .close(tag="slope")
    .constrain("base", "Orientation", (1, 0))
    .constrain("base", "side", "Coincident", None)
    .constrain("side", "slope", "Coincident", None)
    .constrain("slope", "base", "Coincident", None)
    .constrain("base", "Length", 4)
    .constrain("side", "Length", 3)
    .constrain("base", "side", "Angle", 90)
    .constrain("base", "Fixed", None)
    .solve()
    .assemble()
)
result = cq.Workplane("XY").placeSketch(triangle).extrude(1)
