import math
import cadquery as cq

# Both sections drawn as closed outlines in the YZ plane, in numbers; extruded from the end.
t = 1 / math.sqrt(3)
rail = cq.Workplane("YZ").polyline([(-30, 0), (30, 0), (30, 12), (12, 12), (12 + 10 * t, 22), (-12 - 10 * t, 22), (-12, 12), (-30, 12)]).close().extrude(160)
m, w = 12.3 + 0.3 * t, 12.3 + 10.5 * t
slider = cq.Workplane("YZ", origin=(50, 0, 0)).polyline([(-30, 12.3), (-m, 12.3), (-w, 22.5), (w, 22.5), (m, 12.3), (30, 12.3), (30, 36.3), (-30, 36.3)]).close().extrude(60)
for x in (15, 145):
    rail = rail.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3.25, 30, cq.Vector(x, 0, -2))))
slider = slider.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3, 20, cq.Vector(80, 0, 20))))
result = cq.Workplane(obj=cq.Compound.makeCompound([rail.val(), slider.val()]))
