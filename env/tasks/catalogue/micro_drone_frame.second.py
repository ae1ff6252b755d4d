import cadquery as cq

# One arm along X with its motor's boss and guard, turned by eighths and joined round the plate.
reach, half = 55 * 2**0.5, 6 / 2**0.5
box = lambda start, end, wide, low, high: cq.Workplane("XY").box(end - start, wide, high - low, centered=False).translate((start, -wide / 2, low))
disc = lambda r, h: cq.Workplane("XY").cylinder(h, r, centered=(True, True, False)).translate((reach, 0, 0))

arm = box(20, reach, 10, 0, 5).union(disc(35, 28).cut(disc(33, 28))).cut(box(22, reach, 4, 2.5, 6)).union(disc(9, 9))
arm = arm.cut(cq.Workplane("XY").center(reach, 0).rect(2 * half, 2 * half, forConstruction=True).vertices().circle(1.2).extrude(9))
body = cq.Workplane("XY").box(50, 50, 6, centered=(True, True, False))
body = body.cut(cq.Workplane("XY").rect(25, 25, forConstruction=True).vertices().circle(1.2).extrude(6))
for k in range(4):
    turn = ((0, 0, 0), (0, 0, 1), 45 + 90 * k)
    body = body.union(arm.rotate(*turn)).cut(box(22, 40, 4, 2.5, 6).rotate(*turn))
result = body.rotate((0, 0, 0), (0, 0, 1), 90).translate((90, 90, -14))
