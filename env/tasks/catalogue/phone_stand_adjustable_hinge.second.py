import cadquery as cq

# Plates as boxes, the back as a sheared loft of two rectangles; front towards +Y.
base = cq.Workplane("XY").box(80, 110, 8, centered=False)
back = cq.Workplane("XY", origin=(40, 64, 14)).rect(70, 8).workplane(offset=114).center(0, 40).rect(70, 8).loft(ruled=True)
tray = cq.Workplane("XY").box(27, 36, 6, centered=False).union(cq.Workplane("XY").box(27, 5, 18, centered=False))
body = base.union(back).union(tray.translate((5, 28, 24))).union(tray.translate((48, 28, 24)))
body = body.union(cq.Workplane("XY").box(20, 8, 6, centered=False).translate((30, 56, 24)))
body = body.union(cq.Workplane(obj=cq.Solid.makeCylinder(8, 80, cq.Vector(0, 60, 14), cq.Vector(1, 0, 0))))
body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3, 80, cq.Vector(0, 60, 14), cq.Vector(1, 0, 0))))
result = body.rotate((0, 0, 0), (0, 0, 1), 180)
