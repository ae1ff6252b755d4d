import cadquery as cq

# An L profile and a solid gusset, then everything is cut; wall along the XZ plane.
bracket = cq.Workplane("YZ").polyline([(0, 0), (8, 0), (8, 142), (180, 142), (180, 150), (0, 150)]).close().extrude(40)
gusset = cq.Workplane("YZ", origin=(16, 0, 0)).moveTo(0, 10).lineTo(8, 10).lineTo(170, 142).lineTo(0, 142).close().extrude(8)
window = cq.Workplane("YZ", origin=(16, 0, 0)).moveTo(24, 52).lineTo(115, 126).lineTo(24, 126).close().extrude(8)
part = bracket.union(gusset).cut(window)
for x in (7, 33):
    for z in (25, 120):
        part = part.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3, 8, cq.Vector(x, 0, z), cq.Vector(0, 1, 0))))
    for y in (60, 140):
        part = part.cut(cq.Workplane(obj=cq.Solid.makeCylinder(2.5, 8, cq.Vector(x, y, 142))))
result = part
