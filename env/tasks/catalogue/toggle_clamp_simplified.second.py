import cadquery as cq

# Side view outlines extruded along Y; rods as plain cylinders.
def slab(outline, y0, y1):
    return outline.extrude(y1 - y0).translate((0, y1, 0))
side = lambda: cq.Workplane("XZ")
body = slab(side().moveTo(-40, 0).lineTo(40, 0).lineTo(40, 6).lineTo(-40, 6).close(), -25, 25)
for x in (-30, 30):
    for y in (-17, 17):
        body = body.cut(cq.Workplane("XY").cylinder(30, 3.25).translate((x, y, 0)))
for y in (-13, 7):
    body = body.union(slab(side().moveTo(-20, 0).lineTo(20, 0).lineTo(20, 40).threePointArc((0, 60), (-20, 40)).close(), y, y + 6))
body = body.union(slab(side().center(0, 40).circle(5), -13, 13))
body = body.union(slab(side().moveTo(-30, 32).lineTo(90, 32).lineTo(90, 48).lineTo(-30, 48).close(), -6, 6))
for r, x, low, h in ((5, 80, 0, 60), (10, 80, 0, 8), (7, -22, 40, 90)):
    body = body.union(cq.Workplane(obj=cq.Solid.makeCylinder(r, h, cq.Vector(x, 0, low))))
result = body.translate((12, -7, 30))
