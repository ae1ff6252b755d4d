import cadquery as cq

# Seat
chair = cq.Workplane("XY").box(500, 500, 30).translate((0, 0, 450))
# Legs
for x in (-220, 220):
    for y in (-220, 220):
        chair = chair.union(cq.Workplane("XY").box(40, 40, 440, centered=(True, True, False)).translate((x, y, 0)))
# Backrest
back = cq.Workplane("XY").box(500, 25, 450, centered=(True, True, False)).translate((0, 237, 450))
# Crossbar
bar = cq.Workplane("XY").box(440, 25, 25).translate((0, -220, 150))
fixture = chair.union(back).union(bar)
