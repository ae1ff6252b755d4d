import cadquery as cq

# Four flat bars, welded edge to edge.
flat = cq.Workplane("XY").box(120, 40, 3)
side = cq.Workplane("XY").box(120, 3, 34)
result = (
    flat.translate((0, 0, 18.5))
    .union(flat.translate((0, 0, -18.5)))
    .union(side.translate((0, 18.5, 0)))
    .union(side.translate((0, -18.5, 0)))
    .clean()
)
