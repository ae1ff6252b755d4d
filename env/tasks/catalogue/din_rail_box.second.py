import cadquery as cq

# End view extruded along Y for the foot; walls as a frame; posts as tubes over solid bottoms.
foot = cq.Workplane("XZ").polyline([(-45, 0), (-15.5, 0), (-15.5, 4), (-17.8, 4), (-17.8, 8), (17.8, 8), (17.8, 4), (15.5, 4), (15.5, 0), (45, 0), (45, 12), (-45, 12)]).close().extrude(54).translate((0, 27, 0))
walls = cq.Workplane("XY", origin=(0, 0, 12)).rect(90, 54).rect(86, 50).extrude(48)
slots = cq.Workplane("XZ", origin=(0, 60, 37.5)).rarray(8, 1, 5, 1).rect(2.5, 25).extrude(120)
entry = cq.Workplane("YZ", origin=(-60, 0, 36)).circle(8).extrude(120)
walls = walls.cut(slots).cut(entry)
body = foot.union(walls)
for x in (-38.5, 38.5):
    for y in (-20.5, 20.5):
        body = body.union(cq.Workplane("XY").box(9, 9, 48).translate((x, y, 36)))
        body = body.cut(cq.Workplane("XY").cylinder(30, 1.5).translate((x, y, 60)))
result = body.translate((0, 0, -30))
