import cadquery as cq

# 6061-T6 torque clamp. Shaft along Y, root flange bolted down (bolts along Z) on the left.
LEN, WID, HGT = 240.0, 90.0, 70.0
root_l, root_t = 62.0, 18.0
bolt_d, bolt_pitch = 11.0, 58.0
shaft_d, boss_od, boss_w = 30.0, 60.0, 50.0
slit = 3.0
bx = LEN - boss_od / 2             # boss is the free end
bz = boss_od / 2

# root flange
root = (
    cq.Workplane("XY").box(root_l, WID, root_t, centered=(False, True, False))
    .edges("|Z").fillet(12)
)

# boss with pinch ears above it (split upwards)
boss = cq.Workplane("XZ", origin=(bx, 0, bz)).circle(boss_od / 2).extrude(boss_w / 2, both=True)
ears = cq.Workplane("XY").box(34, boss_w, 34, centered=(True, True, False)).translate((bx, 0, HGT - 34))

# tapered box-arm: side profile first, then plan taper
side = (
    cq.Workplane("XZ")
    .polyline([(20, 0), (bx, 0), (bx, 48), (root_l, 44), (20, root_t)]).close()
    .extrude(WID / 2, both=True)
)
plan = (
    cq.Workplane("XY")
    .polyline([(20, -24), (root_l, -24), (bx, -boss_w / 2 + 4), (bx, boss_w / 2 - 4), (root_l, 24), (20, 24)]).close()
    .extrude(HGT)
)
arm = side.intersect(plan)
# lightening: side pockets leave an I-section with an 8 mm web
for s in (1, -1):
    pocket = (
        cq.Workplane("XZ", origin=(0, s * 4, 0))
        .polyline([(root_l + 4, 9), (bx - 34, 9), (bx - 34, 37), (root_l + 4, 35)]).close()
        .extrude(-s * 40)
        .edges("|Y").fillet(7)
    )
    arm = arm.cut(pocket)

body = root.union(arm).union(boss).union(ears)

# shaft bore, slit, pinch bolt, root bolts
body = body.cut(cq.Workplane("XZ", origin=(bx, 0, bz)).circle(shaft_d / 2).extrude(WID, both=True))
body = body.cut(cq.Workplane("XY").box(slit, WID, HGT, centered=(True, True, False)).translate((bx, 0, bz)))
for y in (-14, 14):
    body = body.cut(cq.Workplane("YZ", origin=(bx - 30, y, HGT - 8)).circle(3.3).extrude(60))
body = body.cut(
    cq.Workplane("XY").pushPoints([(22, -bolt_pitch / 2), (22, bolt_pitch / 2)]).circle(bolt_d / 2).extrude(HGT)
)
fixture = body
