import cadquery as cq
import math

# 6061-T6: yield ~275 MPa. 120 N x SF 2 at ~120 mm -> 29 N m
TUBE_D = 31.8
CLAMP_OD = 54.0
CLAMP_W = 50.0           # along the tube (Y)
SLIT = 3.0
EAR_T, EAR_H = 9.0, 16.0
BOLT_D = 5.5
ARM_W, ARM_T = 34.0, 12.0
PAD_L, PAD_W = 52.0, 80.0
X_LEN, Z_LEN = 180.0, 90.0

cx = CLAMP_OD / 2                      # tube axis at x = cx, z = 0
ear_top = CLAMP_OD / 2 + EAR_H - 2

# --- clamp ring around the tube (tube along Y) with ears up and down
ring = cq.Workplane("XZ").center(cx, 0).circle(CLAMP_OD / 2).extrude(CLAMP_W / 2, both=True)
ears = (
    cq.Workplane("XY")
    .box(2 * EAR_T + SLIT + 6, CLAMP_W, Z_LEN - 0)
    .edges("|Y").fillet(4)
    .translate((cx, 0, 0))
)
clamp = ring.union(ears)

# --- arm: plate with a web below it (T-section)
arm_z = 8.0
arm = (
    cq.Workplane("XY")
    .box(X_LEN - cx - 20, ARM_W, ARM_T, centered=(False, True, True))
    .translate((cx + 20, 0, arm_z))
)
gusset = (
    cq.Workplane("XZ")
    .polyline([(cx + 12, -22), (cx + 30, -22), (X_LEN - PAD_L + 20, arm_z - 3), (X_LEN - PAD_L + 20, arm_z), (cx + 12, arm_z)])
    .close().extrude(6, both=True)
)
# upper rib to bring the tension flange into the ring
top_rib = (
    cq.Workplane("XZ")
    .polyline([(cx + 12, 22), (cx + 24, 22), (X_LEN - PAD_L, arm_z + 4), (X_LEN - PAD_L, arm_z), (cx + 12, arm_z)])
    .close().extrude(5, both=True)
)
pad = (
    cq.Workplane("XY")
    .box(PAD_L, PAD_W, ARM_T)
    .edges("|Z").fillet(12)
    .translate((X_LEN - PAD_L / 2, 0, arm_z))
)
body = clamp.union(arm).union(gusset).union(top_rib).union(pad)

# --- tube bore and the split plane (two halves drawn with a gap of 3 mm)
body = body.cut(cq.Workplane("XZ").center(cx, 0).circle(TUBE_D / 2).extrude(100, both=True))
# keep the halves hinged by the shims at the bottom lug: slit only the upper lug fully
upper_slit = cq.Workplane("XY").box(SLIT, 120, 60, centered=(True, True, False)).translate((cx, 0, TUBE_D / 2 - 4))
body = body.cut(upper_slit)
lower_relief = cq.Workplane("XY").box(SLIT, 120, 16, centered=(True, True, False)).translate((cx, 0, -TUBE_D / 2 - 12))
body = body.cut(lower_relief)

# --- clamp bolts along X: two on top, two below
bolt_z = Z_LEN / 2 - 9
for y in (-14, 14):
    for z in (bolt_z, -bolt_z):
        b = cq.Workplane("YZ").center(y, z).circle(BOLT_D / 2).extrude(200).translate((-20, 0, 0))
        body = body.cut(b)

# --- accessory bolt pattern and adjustment slot in the pad
pts = [(X_LEN - PAD_L / 2 + dx, sy * 28) for dx in (-14, 14) for sy in (-1, 1)]
body = body.cut(cq.Workplane("XY").pushPoints(pts).circle(BOLT_D / 2).extrude(60, both=True))
body = body.cut(cq.Workplane("XY").center(X_LEN - 20, 0).slot2D(24, 6.5, 90).extrude(60, both=True))
fixture = body
