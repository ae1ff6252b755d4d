import cadquery as cq
import math

def beam(x1, z1, x2, z2):
    l = math.hypot(x2 - x1, z2 - z1)
    a = math.degrees(math.atan2(z2 - z1, x2 - x1))
    b = cq.Workplane("XY").box(l, 20, 12)
    return b.rotate((0, 0, 0), (0, 1, 0), -a).translate(((x1 + x2) / 2, 0, (z1 + z2) / 2))

plate = cq.Workplane("XY").box(10, 80, 130).translate((5, 0, 65))
plate = plate.faces("<X").workplane(centerOption="CenterOfBoundBox").pushPoints([(-25, 0), (25, 0)]).hole(9)
boss = cq.Workplane("XZ").center(242, 100).circle(18).circle(6).extrude(20, both=True)
fixture = plate.union(boss)
for m in [(5, 120, 226, 105), (5, 10, 230, 92), (5, 15, 120, 112), (120, 112, 130, 60)]:
    fixture = fixture.union(beam(*m))
