import cadquery as cq

# Barrel revolved with its grooves; leaves sketched with arcs and notched; turned by 180 degrees, at z = 6.
pts = [(0, -35)]
for y in (-21, -7, 7, 21):
    pts += [(6, pts[-1][1]), (6, y - 0.25), (3, y - 0.25), (3, y + 0.25)]
pts += [(6, 35), (0, 35)]
barrel = cq.Workplane("XY").polyline(pts).close().revolve(360, (0, 0, 0), (0, 1, 0))
leaf = cq.Workplane("XY", origin=(0, 0, -1.5)).moveTo(3, -35).lineTo(43, -35).radiusArc((50, -28), -7).lineTo(50, 28).radiusArc((43, 35), -7).lineTo(3, 35).close().extrude(3)
for y in (-21, -7, 7, 21):
    leaf = leaf.cut(cq.Workplane("XY").box(15, 0.5, 10).translate((0, y, 0)))
for x, y in ((22, 22), (22, -22), (40, 0)):
    leaf = leaf.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.25, 3, cq.Vector(x, y, -1.5))))
    leaf = leaf.cut(cq.Workplane(obj=cq.Solid.makeCone(2.25, 4.5, 2.25, cq.Vector(x, y, -0.75))))
result = barrel.union(leaf).union(leaf.mirror("YZ")).rotate((0, 0, 0), (0, 0, 1), 180).translate((0, 0, 6))
