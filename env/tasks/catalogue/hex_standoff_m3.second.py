import cadquery as cq

# Three slabs between opposite flats, crossed.
slab = cq.Workplane("XY").box(20, 5.5, 12)
body = slab
for angle in (60, 120):
    body = body.intersect(slab.rotate((0, 0, 0), (0, 0, 1), angle))
result = body.cut(cq.Workplane("XY").cylinder(20, 1.25))
