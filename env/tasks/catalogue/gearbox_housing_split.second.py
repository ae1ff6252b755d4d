import cadquery as cq

# One half open upwards at z = 0; the cover is made the same way and turned over. Bosses come as rings.
def box(x, y, z, r=None):
    part = cq.Workplane("XY").box(x, y, z, centered=(True, True, False)).translate((0, 0, -z))
    return part.edges("|Z").fillet(r) if r else part


def cyl(r, x, y0, y1):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(x, y0, 0), cq.Vector(0, 1, 0)))


def half(s, drain):
    part = box(220, 140, 80, 20).union(box(260, 180, 12, 20))
    for x, r in ((-52 * s, 42), (52 * s, 32)):
        for y in (-90, 60):
            part = part.union(cyl(r, x, y, y + 30).intersect(box(300, 300, 200)))
            part = part.union(cq.Workplane("XY").box(10, 24, 80).translate((x, y + 18 if y < 0 else 72, -40)))
    if drain:
        part = part.union(cq.Workplane("YZ", origin=(105, 0, -52)).circle(20).extrude(17))
    part = part.cut(cq.Workplane("XY").box(200, 120, 140))
    for x, r in ((-52 * s, 30), (52 * s, 22)):
        part = part.cut(cyl(r, x, -100, 100))
    for x, y in ((120, 45), (103, 80)):
        part = part.cut(cq.Workplane("XY", origin=(0, 0, -12)).rarray(2 * x, 2 * y, 2, 2).circle(5.5).extrude(12))
    return part.cut(cq.Workplane("YZ", origin=(90, 0, -52)).circle(8).extrude(60)) if drain else part


lower, cover = half(1, True), half(-1, False).rotate((0, 0, 0), (0, 1, 0), 180)
result = cq.Workplane("XY").newObject([lower.val(), cover.val()])
