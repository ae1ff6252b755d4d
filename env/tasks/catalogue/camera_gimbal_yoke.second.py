import cadquery as cq

# Arm outline with an arc, extruded across; the inside of the yoke taken out; seats and windows cut afterwards.
yoke = cq.Workplane("YZ", origin=(-60, 0, 0)).moveTo(-20, 0).lineTo(20, 0).lineTo(20, 80).threePointArc((0, 100), (-20, 80)).close().extrude(120)
yoke = yoke.cut(cq.Workplane("XY").box(96, 50, 100, centered=(True, True, False)).translate((0, 0, 12)))
def rod(r, x0, x1):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, x1 - x0, cq.Vector(x0, 0, 80), cq.Vector(1, 0, 0)))
yoke = yoke.union(rod(17, 60, 65)).cut(rod(11, -70, 70)).cut(rod(14, -52, 52))
yoke = yoke.cut(cq.Workplane("XY").box(200, 20, 30).translate((0, 0, 38)))
yoke = yoke.cut(cq.Workplane("XY").circle(8).extrude(20))
for s in (-1, 1):
    for t in (-1, 1):
        yoke = yoke.cut(cq.Workplane("XY").center(s * 10.6066, t * 10.6066).circle(2.25).extrude(20))
result = yoke.translate((-30, 0, 0))
