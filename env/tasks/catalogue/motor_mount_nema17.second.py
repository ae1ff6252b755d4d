import cadquery as cq

# The side view with the gussets, pulled over the full width; the room between them cut out.
side = [(0, 0), (50, 0), (50, 5), (40, 5), (5, 40), (5, 60), (0, 60)]
body = cq.Workplane("XZ").polyline(side).close().extrude(-60)
body = body.cut(cq.Workplane("XY").box(100, 50, 100, centered=False).translate((5, 5, 5)))

def drill(plane, x, y, z, d):
    return cq.Workplane(plane, origin=(x, y, z)).circle(d / 2).extrude(10)

body = body.cut(drill("YZ", -2, 30, 34, 22))
for y in (14.5, 45.5):
    for z in (18.5, 49.5):
        body = body.cut(drill("YZ", -2, y, z, 3.4))
for y in (15, 45):
    body = body.cut(drill("XY", 35, y, -2, 5.5))
result = body
