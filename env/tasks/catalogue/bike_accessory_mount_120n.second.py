import cadquery as cq

# One side view of clamp, ears and slot; arm, rib and plate added; turned to point along -X.
side = cq.Workplane("XZ").circle(28).extrude(30, both=True)
side = side.union(cq.Workplane("XY").box(54, 60, 26).translate((-27, 0, 0)))
side = side.union(cq.Workplane("XY").box(126, 40, 16).translate((63, 0, 0)))
web = cq.Workplane("XZ", origin=(0, 6, 0)).moveTo(20, -8).lineTo(116, -40).lineTo(116, -8).close().extrude(12)
plate = cq.Workplane("XY").box(10, 80, 90).translate((121, 0, 0))
part = side.union(web).union(plate)
part = part.cut(cq.Workplane("XY").box(60, 60, 4).translate((-30, 0, 0)))
part = part.cut(cq.Workplane(obj=cq.Solid.makeCylinder(16, 60, cq.Vector(0, -30, 0), cq.Vector(0, 1, 0))))
for y in (-18, 18):
    part = part.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3.3, 40, cq.Vector(-42, y, -20))))
for y in (-28, 28):
    for z in (-30, 30):
        part = part.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.75, 20, cq.Vector(110, y, z), cq.Vector(1, 0, 0))))
result = part.rotate((0, 0, 0), (0, 0, 1), 180).translate((5, 6, 45))
