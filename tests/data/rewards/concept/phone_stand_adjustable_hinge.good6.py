import cadquery as cq
import math

tilt = 20.0                              # degrees back from the vertical
hy, hz = -14.0, 19.0                     # hinge axis (along X)

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

def xcyl(r, x0, x1):
    return cq.Workplane("YZ", origin=(x0, hy, hz)).circle(r).extrude(x1 - x0)

# base plate
base = cq.Workplane("XY").rect(120, 120).extrude(8).edges("|Z").fillet(10)

# hinge: two base knuckles on blocks, one knuckle for the support, pin through all
for x0, x1 in ((-46, -16), (16, 46)):
    base = base.union(xcyl(10, x0, x1)).union(box(x0, x1, hy - 10, hy + 10, 6, hz))
stand = base.union(xcyl(10, -15.5, 15.5)).union(xcyl(4, -50, 50))
stand = stand.union(cq.Workplane("YZ", origin=(46, hy, hz)).polygon(6, 15).extrude(6))   # nut
stand = stand.union(xcyl(8, -52, -46))                                                  # screw head

# back support, built upright at the hinge and tilted
length = (160 - hz - 4 * math.sin(math.radians(tilt))) / math.cos(math.radians(tilt))
plate = box(-45, 45, -4, 4, 12, length).edges("|Y and >Z").fillet(12)
plate = plate.cut(cq.Workplane("XZ", origin=(0, 10, 95)).slot2D(70, 24, 90).extrude(20))
tongue = box(-15.5, 15.5, -4, 4, 0, 14)
lip = box(-45, 45, -24, 0, 14, 20).union(box(-45, 45, -24, -19, 14, 32))
lip = lip.cut(box(-9, 9, -30, -4, 10, 40))          # cable gap
support = plate.union(tongue).union(lip)
for s in (-1, 1):                                    # side stops
    x0, x1 = sorted((s * 44, s * 49))
    support = support.union(box(x0, x1, -16, 4, 40, 75))
support = support.rotate((0, 0, 0), (1, 0, 0), -tilt).translate((0, hy, hz))
stand = stand.union(support)

# visible screw bosses on the base
for x in (-45, 45):
    for y in (-45, 45):
        stand = stand.union(cq.Workplane("XY", origin=(x, y, 8)).circle(8).extrude(5))
        stand = stand.cut(cq.Workplane("XY", origin=(x, y, 0)).circle(2.5).extrude(13))

fixture = stand
