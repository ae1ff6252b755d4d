import cadquery as cq

# Built upside down from the top, then turned over.
t, b, s = 30.0, 25.0, 45.0
xs, ys = (60.0, 450.0, 840.0), (60.0, 540.0)
low = 720.0 - 150.0 - b / 2

body = cq.Workplane("XY").rect(900, 600, centered=False).extrude(t)
for x in xs:
    body = body.union(cq.Workplane("XY").box(b, 480, b, centered=(True, False, False)).translate((x, 60, low)))
    for y in ys:
        body = body.union(cq.Workplane("XY", origin=(x, y, t)).rect(s, s).extrude(690))
for y in ys:
    body = body.union(cq.Workplane("XY").box(780, b, b, centered=(False, True, False)).translate((60, y, low)))
result = body.rotate((0, 0, 0), (1, 0, 0), 180)
