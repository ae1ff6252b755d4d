import cadquery as cq

# Along Y: a plate with round corners kept between two cylinders; the posts are turned with their blind holes.
radius = (80**2 + 16**2) / 32
outline = cq.Sketch().rect(38, 160).vertices().fillet(15)
bow = cq.Workplane("XY").placeSketch(outline).extrude(40)
tube = cq.Workplane("XZ").circle(radius).extrude(100, both=True).rotate((0, 0, 0), (0, 0, 1), 90)
bow = bow.intersect(tube.translate((0, 0, 40 - radius))).cut(tube.translate((0, 0, 31 - radius)))
half = [(2.25, 0), (9, 0), (9, 26), (0, 26), (0, 18), (2.25, 18)]
post = cq.Workplane("XZ").polyline(half).close().revolve(360, (0, 0, 0), (0, 1, 0))
result = bow.union(post.translate((0, 58, 0))).union(post.translate((0, -58, 0))).translate((30, 90, -5))
