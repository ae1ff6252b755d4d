import cadquery as cq

# Six bars across the disc make the twelve teeth; the disc, standing at z = 0 downwards, is bored with them.
part = cq.Workplane("XY").cylinder(10, 90, centered=(True, True, False)).translate((0, 0, -10))
for i in range(6):
    bar = cq.Workplane("XY").box(172, 14, 20, centered=(True, True, False))
    bar = bar.cut(cq.Workplane("XY").box(92, 14, 20, centered=(True, True, False)))
    part = part.union(bar.rotate((0, 0, 0), (0, 0, 1), 30 * i))
result = part.cut(cq.Workplane("XY").cylinder(200, 35)).translate((90, 90, 0))
