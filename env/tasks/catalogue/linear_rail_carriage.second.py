import cadquery as cq

# Both cross-sections as closed outlines, extruded along X; holes drilled with cylinders.
r = [(-10, 0), (10, 0), (10, 9), (7, 9), (7, 14), (10, 14), (10, 18), (-10, 18), (-10, 14), (-7, 14), (-7, 9), (-10, 9)]
c = [(22, 5), (22, 28), (-22, 28), (-22, 5), (-10.4, 5), (-10.4, 9.4), (-7.4, 9.4), (-7.4, 13.6), (-10.4, 13.6), (-10.4, 18.5),
     (10.4, 18.5), (10.4, 13.6), (7.4, 13.6), (7.4, 9.4), (10.4, 9.4), (10.4, 5)]
rail = cq.Workplane("YZ").polyline(r).close().extrude(240)
carriage = cq.Workplane("YZ", origin=(80, 0, 0)).polyline(c).close().extrude(80)
for k in range(5):
    rail = rail.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.25, 30, cq.Vector(20 + 50 * k, 0, -1))))
    rail = rail.cut(cq.Workplane(obj=cq.Solid.makeCylinder(4, 10, cq.Vector(20 + 50 * k, 0, 14))))
for x in (95, 145):
    for y in (-15, 15):
        carriage = carriage.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.5, 10, cq.Vector(x, y, 20))))
result = cq.Workplane(obj=cq.Compound.makeCompound([carriage.val(), rail.val()]))
