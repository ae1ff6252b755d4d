import cadquery as cq

# stator ring
ring = cq.Workplane("XY").circle(90).circle(70).extrude(30)

# 12 teeth pointing inward
result = ring
for i in range(12):
    tooth = cq.Workplane("XY").box(35, 12, 30, centered=(True, True, False)).translate((56, 0, 0))
    tooth = tooth.rotate((0, 0, 0), (0, 0, 1), i * 30)
    result = result.union(tooth)

fixture = result
