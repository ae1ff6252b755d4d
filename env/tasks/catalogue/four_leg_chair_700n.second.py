import cadquery as cq

# Side profile first: seat with backrest in one extrusion, then the frame below, moved off the origin.
side = [(0, 410), (500, 410), (500, 900), (470, 900), (470, 450), (0, 450)]
result = cq.Workplane("YZ").polyline(side).close().extrude(500)
for x in (0, 460):
    for y in (0, 460):
        result = result.union(cq.Workplane("XY").box(40, 40, 410, centered=False).translate((x, y, 0)))
for c in (20, 480):
    result = result.union(cq.Workplane("YZ", origin=(20, c, 150)).rect(24, 24).extrude(460))
    result = result.union(cq.Workplane("XZ", origin=(c, 20, 200)).rect(24, 24).extrude(-460))
result = result.translate((100, -30, 20))
