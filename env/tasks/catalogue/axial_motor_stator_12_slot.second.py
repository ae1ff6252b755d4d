import cadquery as cq

# Teeth as six bars through the middle, bored out and cut to length; disc below.
spokes = cq.Workplane("XY")
for i in range(6):
    bar = cq.Workplane("XY").pushPoints([(42, 0), (-42, 0)]).box(28, 10, 28, centered=(True, True, False))
    spokes = spokes.union(bar.rotate((0, 0, 0), (0, 0, 1), 30 * i))
disc = cq.Workplane("XY").cylinder(8, 60, centered=(True, True, False))
part = disc.union(spokes).cut(cq.Workplane("XY").cylinder(100, 20))
for x in (-1, 1):
    for y in (-1, 1):
        part = part.cut(cq.Workplane("XY").center(x * 23 / 2**0.5, y * 23 / 2**0.5).circle(2.5).extrude(8))
result = part.translate((60, 60, -8))
