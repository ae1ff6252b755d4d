# The Sketch API: modes, tags, constructed vertices, and a sketch placed several times.
import cadquery as cq

outline = (
    cq.Sketch()
    .trapezoid(40, 30, 80)
    .vertices()
    .fillet(3)
    .reset()
    .push([(-8, 0), (8, 0)])
    .circle(3, mode="s")
    .reset()
    .rarray(6, 6, 1, 2)
    .slot(4, 1.5, mode="s", angle=90)
)
plate = cq.Workplane("XY").placeSketch(outline).extrude(5)
small = cq.Sketch().regularPolygon(2.5, 6)
plate = plate.faces(">Z").workplane().rarray(30, 20, 2, 2).placeSketch(small).extrude(2)
result = plate
