import math

import cadquery as cq

# The back as a tilted thick sheet cut level, the rest as boxes and cylinders; front towards +X, centred.
tilt = math.degrees(math.atan2(40, 143))
thick = 10 * math.cos(math.radians(tilt))


def tilted(front, rear, z0, z1):
    sheet = cq.Workplane("XY").box(rear - front, 100, 400, centered=(False, True, True)).translate((front, 0, 0))
    sheet = sheet.rotate((0, 0, 0), (0, 1, 0), tilt).translate((56, 0, 17))
    return sheet.intersect(cq.Workplane("XY").box(400, 400, z1 - z0, centered=(True, True, False)).translate((0, 0, z0)))


def box(x, y, z, x0, z0):
    return cq.Workplane("XY").box(x, y, z, centered=(False, True, False)).translate((x0, 0, z0))


body = box(120, 120, 8, 0, 0).union(tilted(0, thick, 17, 160))
body = body.union(tilted(-2 * thick, thick / 2, 70, 110).cut(box(120, 86, 160, 0, 0)))
body = body.union(box(31, 100, 6, 30, 26)).union(box(6, 100, 22, 30, 26))
body = body.union(cq.Workplane("XZ", origin=(56, 50, 17)).circle(11).extrude(100))
for x in (14, 106):
    for y in (-46, 46):
        body = body.union(cq.Workplane("XY", origin=(x, y, 0)).circle(7).extrude(17))
        body = body.cut(cq.Workplane("XY", origin=(x, y, 0)).circle(2.5).extrude(17))
body = body.cut(cq.Workplane("XZ", origin=(56, 50, 17)).circle(3.5).extrude(100))
result = body.rotate((0, 0, 0), (0, 0, 1), 180).translate((60, 0, -80))
