import cadquery as cq

# stator ring
ring = cq.Workplane("XY").circle(90).circle(70).extrude(30)

# 12 radial teeth
for i in range(12):
    tooth = cq.Workplane("XY").box(35, 14, 30, centered=(True, True, False)).translate((56, 0, 0))
    tooth = tooth.rotate((0, 0, 0), (0, 0, 1), i * 30)
    ring = ring.union(tooth)

fixture = ring
