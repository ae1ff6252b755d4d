import cadquery as cq

# Front views extruded along Y; palm drilled with cylinders; fingers apart along Y in the end.
palm = cq.Workplane("XY").rect(120, 60).extrude(30)
body = palm
for s in (-1, 1):
    bar = cq.Workplane("XZ").polyline([(36 * s, 20), (50 * s, 20), (50 * s, 140), (36 * s, 140)]).close().extrude(10, both=True)
    pad = cq.Workplane("XZ").polyline([(24 * s, 100), (36 * s, 100), (36 * s, 140), (24 * s, 140)]).close().extrude(12, both=True)
    boss = cq.Workplane(obj=cq.Solid.makeCylinder(14, 34, cq.Vector(43 * s, -17, 40), cq.Vector(0, 1, 0)))
    body = body.union(bar).union(pad).union(boss)
for s in (-1, 1):
    body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(4, 60, cq.Vector(43 * s, -30, 40), cq.Vector(0, 1, 0))))
    for y in (-22, 22):
        body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.75, 30, cq.Vector(48 * s, y, 0))))
body = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(11, 30, cq.Vector(0, 0, 0))))
result = body.rotate((0, 0, 0), (0, 0, 1), 90)
