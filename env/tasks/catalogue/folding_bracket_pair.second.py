import math
import cadquery as cq

# Outlines seen along Y, extruded to both sides; pin and bores as cylinders.
def side(w, y0, y1):
    return w.extrude(y1 - y0).translate((0, y1, 0))
plate = cq.Workplane("XY").box(5, 60, 100).translate((2.5, 0, -40))
lug = lambda: cq.Workplane("XZ").moveTo(2, -10).lineTo(17, -10).threePointArc((27, 0), (17, 10)).lineTo(2, 10).close()
pin = cq.Workplane(obj=cq.Solid.makeCylinder(4, 30, cq.Vector(17, -15, 0), cq.Vector(0, 1, 0)))
wall = plate.union(side(lug(), 12, 20)).union(side(lug(), -20, -12)).union(pin)
for y in (-20, 20):
    for z in (-75, -30):
        wall = wall.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3, 10, cq.Vector(-1, y, z), cq.Vector(1, 0, 0))))
e = 17 + math.sqrt(100 - 4)
arm = cq.Workplane("XZ").moveTo(17, 10).threePointArc((7, 0), (17, -10)).threePointArc((17 + math.sqrt(75), -5), (e, 2)).lineTo(160, 2).lineTo(160, 10).close()
arm = side(arm, -11.5, 11.5).union(cq.Workplane("XY").box(125, 40, 8).translate((97.5, 0, 6)))
arm = arm.cut(cq.Workplane(obj=cq.Solid.makeCylinder(4.3, 60, cq.Vector(17, -30, 0), cq.Vector(0, 1, 0))))
arm = arm.cut(cq.Workplane("XY").pushPoints([(80, 0), (140, 0)]).circle(2.5).extrude(40))
result = cq.Workplane(obj=cq.Compound.makeCompound([arm.val(), wall.val()])).translate((7, 7, 90))
