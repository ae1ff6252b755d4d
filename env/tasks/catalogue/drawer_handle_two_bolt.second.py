import cadquery as cq

# Grip downwards at first, sketched with its round corners; posts drilled one by one.
outline = cq.Sketch().rect(20, 140).vertices().fillet(6)
body = cq.Workplane("XY").placeSketch(outline).extrude(10)
for y in (-48, 48):
    post = cq.Workplane("XY").circle(8).circle(2).extrude(20).union(cq.Workplane("XY").circle(8).extrude(-5))
    body = body.union(post.translate((0, y, 15)))
result = body.rotate((0, 0, 0), (0, 1, 0), 180)
