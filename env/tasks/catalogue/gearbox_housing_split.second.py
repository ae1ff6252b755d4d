import cadquery as cq

# One half from a box with its rim, open upwards; the other is made the same way and turned over.
def cyl(r, x, y0, y1):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(x, y0, 0), cq.Vector(0, 1, 0)))

def half(s):
    part = cq.Workplane("XY").box(150, 96, 55, centered=(True, True, False)).translate((0, 0, -55))
    part = part.union(cq.Workplane("XY").box(180, 120, 8, centered=(True, True, False)).translate((0, 0, -8)))
    below = cq.Workplane("XY").box(400, 400, 100, centered=(True, True, False)).translate((0, 0, -100))
    for x, r in ((-34 * s, 26), (40 * s, 22)):
        part = part.union(cyl(r, x, 40, 60).union(cyl(r, x, -60, -40)).intersect(below))
    part = part.cut(cq.Workplane("XY").box(134, 80, 94).translate((0, 0, 0)))
    for x, r in ((-34 * s, 18), (40 * s, 14)):
        part = part.cut(cyl(r, x, -60, 60))
    for x, y in ((82, 44), (68, 54)):
        part = part.cut(cq.Workplane("XY", origin=(0, 0, -8)).rarray(2 * x, 2 * y, 2, 2).circle(3.3).extrude(8))
    return part

lower, upper = half(1), half(-1).rotate((0, 0, 0), (0, 1, 0), 180)
result = cq.Workplane("XY").newObject([lower.val(), upper.val()])
