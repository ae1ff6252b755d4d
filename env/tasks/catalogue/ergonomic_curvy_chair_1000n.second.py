import cadquery as cq
import math

# Arcs through three points instead of rings; the frame first.
s, c = math.sin(math.radians(15)), math.cos(math.radians(15))
seat = cq.Workplane("YZ", origin=(-260, 0, 1360)).moveTo(-900 * s, -900 * c).threePointArc((0, -900), (900 * s, -900 * c)).lineTo(940 * s, -940 * c)
seat = seat.threePointArc((0, -940), (-940 * s, -940 * c)).close().extrude(520)
yi, yo = math.sqrt(580**2 - 220**2) - 360, math.sqrt(615**2 - 220**2) - 360
back = cq.Workplane("XY", origin=(0, 0, 430)).moveTo(-220, yi).threePointArc((0, 220), (220, yi)).lineTo(220, yo).threePointArc((0, 255), (-220, yo)).close().extrude(570)
head = cq.Workplane("XY").box(300, 70, 140, centered=(True, False, False)).translate((0, 185, 980))
body = seat.union(back).union(head)
k = 260 / 460
bx, by = 190 + 100 * k, 190 + 110 * k
for sx in (-1, 1):
    v = cq.Vector(sx * 100, 110, -460)
    for sy in (-1, 1):
        v = cq.Vector(sx * 100, sy * 110, -460)
        body = body.union(cq.Workplane(obj=cq.Solid.makeCylinder(20, v.Length + 20, cq.Vector(sx * 190, sy * 190, 460), v)))
        body = body.union(cq.Workplane("XY").box(36, 36, 225, centered=(True, True, False)).translate((sx * 250, 20 + sy * 130, 425)))
    body = body.union(cq.Workplane("XY").box(60, 330, 30, centered=(True, False, False)).translate((sx * 275, -145, 645)))
    body = body.union(cq.Workplane("XZ", origin=(sx * bx, by, 200)).circle(12).extrude(2 * by))
for sy in (-1, 1):
    body = body.union(cq.Workplane("YZ", origin=(-bx, sy * by, 200)).circle(12).extrude(2 * bx))
result = body.intersect(cq.Workplane("XY").box(2000, 2000, 2000, centered=(True, True, False)))
