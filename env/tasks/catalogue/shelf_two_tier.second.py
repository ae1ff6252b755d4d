import cadquery as cq

# One block with its openings cut through along Y, and the rail put back.
body = cq.Workplane("XY").box(600, 250, 500, centered=False)
for low, high in ((0, 80), (98, 340), (358, 500)):
    body = body.cut(cq.Workplane("XY").box(564, 250, high - low, centered=False).translate((18, 0, low)))
result = body.union(cq.Workplane("XY").box(564, 18, 60, centered=False).translate((18, 232, 358)))
