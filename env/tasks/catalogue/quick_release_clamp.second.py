import math
import cadquery as cq

# Collar as one sketched outline; skewer by cylinders along Y.
e = math.sqrt(25 ** 2 - 12 ** 2)
i = math.sqrt(19 ** 2 - 2 ** 2)
collar = (cq.Workplane("XY").moveTo(e, 12).threePointArc((-25, 0), (e, -12)).lineTo(45, -12).lineTo(45, -2).lineTo(i, -2)
          .threePointArc((-19, 0), (i, 2)).lineTo(45, 2).lineTo(45, 12).close().extrude(20))
def rod(r, y, h):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, h, cq.Vector(35, y, 10), cq.Vector(0, 1, 0)))
collar = collar.cut(rod(4.2, -20, 40))
grip = cq.Workplane("XY", origin=(0, 0, 4)).moveTo(-25, 32.5).lineTo(35, 32.5).lineTo(35, 26.5).lineTo(-25, 26.5).close().extrude(12)
grip = grip.union(cq.Workplane("XY").cylinder(12, 10).translate((35, 22.5, 10)))
skewer = rod(7, -18.5, 6).union(rod(4, -18.5, 40)).union(grip)
result = cq.Workplane(obj=cq.Compound.makeCompound([skewer.val(), collar.val()])).translate((0, 0, -10))
