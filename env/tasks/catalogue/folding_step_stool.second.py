import cadquery as cq

# Steps as combed side views, legs as sheared lofts; front towards +X, off the origin.
def comb(x0, x1, bottom, grooves, length):
    top, mid = bottom + 24, (x0 + x1) / 2
    line = cq.Workplane("XZ", origin=(0, length / 2, 0)).moveTo(x0, bottom).lineTo(x1, bottom).lineTo(x1, top)
    for i in reversed(range(grooves)):
        c = mid + 35 * (i - (grooves - 1) / 2)
        line = line.lineTo(c + 2.5, top).lineTo(c + 2.5, top - 3).lineTo(c - 2.5, top - 3).lineTo(c - 2.5, top)
    return line.lineTo(x0, top).close().extrude(length)


def leg(y, foot, head):
    return cq.Workplane("XY", origin=(foot, y, 0)).rect(32, 20).workplane(offset=456).center(head - foot, 0).rect(32, 20).loft(ruled=True)


def bar(radius, length, x, z):
    return cq.Workplane(obj=cq.Solid.makeCylinder(radius, length, cq.Vector(x, -length / 2, z), cq.Vector(0, 1, 0)))


hinge = 164 - 208 * 238 / 456
body = comb(-105, 105, 456, 5, 420).union(comb(hinge, 180, 196, 3, 340))
for s in (1, -1):
    body = body.union(leg(180 * s, -164, 74)).union(leg(160 * s, 164, -74))
body = body.union(bar(18, 396, 74, 451.5)).union(bar(18, 396, -74, 451.5)).union(bar(18, 396, hinge, 208))
result = body.union(bar(10, 396, 0, 164 * 456 / 238)).translate((70, 20, -15))
