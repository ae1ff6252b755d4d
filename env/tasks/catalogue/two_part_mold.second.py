import cadquery as cq

# The moulded part revolved about X; pins and holes as cylinders.
part = cq.Workplane("XY").moveTo(-35, 0).threePointArc((-20 - 15 * 0.5 ** 0.5, 15 * 0.5 ** 0.5), (-20, 15)).lineTo(20, 15).threePointArc((20 + 15 * 0.5 ** 0.5, 15 * 0.5 ** 0.5), (35, 0)).close().revolve(360, (0, 0, 0), (1, 0, 0))
def rod(r, p, d, h):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, h, cq.Vector(*p), cq.Vector(*d)))
lower = cq.Workplane("XY").box(120, 80, 35).translate((0, 0, -17.5)).cut(part)
upper = cq.Workplane("XY").box(120, 80, 35).translate((0, 0, 17.5)).cut(part)
for y in (-25, 25):
    lower = lower.cut(rod(4, (-70, y, -25), (1, 0, 0), 140))
    upper = upper.cut(rod(4, (-70, y, 25), (1, 0, 0), 140))
for x in (-48, 48):
    for y in (-28, 28):
        lower = lower.union(rod(5, (x, y, -1), (0, 0, 1), 26))
        upper = upper.cut(rod(5.2, (x, y, -1), (0, 0, 1), 15))
for x in (-15, 15):
    lower = lower.cut(rod(3, (x, 0, -40), (0, 0, 1), 40))
upper = upper.cut(rod(4, (0, 0, 5), (0, 0, 1), 40))
result = cq.Workplane(obj=cq.Compound.makeCompound([upper.translate((0, 0, 15)).val(), lower.val()]))
