import cadquery as cq

body = cq.Workplane("XY").box(120, 80, 8, centered=False).union(cq.Workplane("XY").box(8, 80, 100, centered=False))
for y in (7, 37, 67):
    # A rib is half a cube, cut along its diagonal.
    rib = cq.Workplane("XY").box(60, 6, 60, centered=False).translate((8, y, 8))
    half = cq.Workplane("XY").box(200, 100, 100, centered=(True, True, False)).rotate((0, 0, 0), (0, 1, 0), 45).translate((38, y, 38))
    body = body.union(rib.cut(half))
for x, y in ((100, 20), (100, 60), (40, 25), (40, 55)):
    body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(4.5, 8, cq.Vector(x, y, 0))))
for y in (25, 55):
    body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(5.5, 8, cq.Vector(0, y, 85), cq.Vector(1, 0, 0))))
result = body
