import cadquery as cq

# One sketch with the holes left out, pulled to its thickness; a corner lies at the origin.
outline = (
    cq.Sketch()
    .push([(40, 25)]).rect(80, 50)
    .reset().push([(10, 10), (70, 10), (70, 40), (10, 40)])
    .circle(5.5 / 2, mode="s")
)
result = cq.Workplane("XY").placeSketch(outline).extrude(6)
