import cadquery as cq
import math

W, L, D = 100.0, 70.0, 12.0          # open width, length along the pin, barrel diameter
t, n, gap = 4.0, 5, 0.5
k = L / n                            # knuckle length
pin_r = 3.0

def ycyl(r, y0, y1):
    return cq.Workplane(cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(0, y0, D / 2), cq.Vector(0, 1, 0)))

def leaf(side, mine):
    plate = cq.Workplane("XY").box(W / 2, L, t, centered=(False, True, False))
    plate = plate.edges("|Z and >X").fillet(10)
    plate = (plate.faces(">Z").workplane(origin=(0, 0, t))
             .pushPoints([(18, 0), (36, 22), (36, -22)]).cskHole(4.5, 9, 90))
    if side < 0:
        plate = plate.rotate((0, 0, 0), (0, 0, 1), 180)
    # clear the whole barrel zone, then add back this leaf's knuckles
    for i in range(n):
        y0, y1 = -L / 2 + i * k, -L / 2 + (i + 1) * k
        if i in mine:
            a = y0 if i == 0 else y0 + gap / 2
            b = y1 if i == n - 1 else y1 - gap / 2
            web = cq.Workplane("XY").box(7, b - a, t, centered=False).translate((0 if side > 0 else -7, a, 0))
            plate = plate.union(ycyl(D / 2, a, b)).union(web)
        else:
            plate = plate.cut(ycyl(D / 2 + gap, y0 - gap / 2, y1 + gap / 2))
            plate = plate.cut(cq.Workplane("XY").box(13, k + gap, D, centered=(True, False, False))
                              .translate((0, y0 - gap / 2, 0)))
    return plate

leaf_a = leaf(1, (0, 2, 4)).union(ycyl(pin_r, -L / 2, L / 2))      # pin fixed in leaf A
leaf_b = leaf(-1, (1, 3)).cut(ycyl(pin_r + 0.3, -L, L))            # leaf B turns on it

fixture = cq.Workplane(cq.Compound.makeCompound([leaf_a.val(), leaf_b.val()]))
