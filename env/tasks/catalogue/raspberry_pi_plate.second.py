import cadquery as cq

# Measured from the lower left corner, as the board's own drawing does.
sketch = (
    cq.Sketch()
    .push([(42.5, 28)]).rect(85, 56)
    .reset().vertices().fillet(3)
    .reset().push([(3.5, 3.5), (61.5, 3.5), (61.5, 52.5), (3.5, 52.5)]).circle(1.35, mode="s")
    .reset().push([(32.5, 28)]).rect(40, 28, mode="s")
)
result = cq.Workplane("XY").placeSketch(sketch).extrude(3)
