import cadquery as cq
import math

# side view in XZ, pivot along Y
ARM_W, ARM_H = 20.0, 24.0         # section of the arms (Y, in-plane)
L_LOW, L_UP = 150.0, 165.0
CABLE_D = 9.0
BOSS_R = 22.0
CHEEK_T, TONGUE_T = 10.0, 16.0
PIN_D = 8.0
KNOB_R, KNOB_L = 17.0, 25.0
MOUNT_R = 18.0

LOW_DEG = 68.0                    # lower arm leans from the pivot down to the left
UP_DEG = 4.0                      # upper arm runs right, slightly rising

pivot_z = 0.0
yo = TONGUE_T / 2 + CHEEK_T


def bar(length, start, w=ARM_W):
    b = cq.Workplane("YZ").rect(w, ARM_H).extrude(length - start).translate((start, 0, 0))
    return b.edges("|X").fillet(4)


# upper arm (along +X before rotation) with the tongue on the pivot
upper = bar(L_UP, 18, TONGUE_T + 4)
tongue = cq.Workplane("XZ").circle(BOSS_R).extrude(TONGUE_T / 2, both=True)
clear = cq.Workplane("XZ").circle(BOSS_R + 1.0).extrude(20, both=True)
upper = upper.cut(clear)
bridge = cq.Workplane("XZ").center(18, 0).rect(24, ARM_H - 2).extrude(TONGUE_T / 2, both=True)
upper = upper.union(bridge).union(tongue)
# lamp mount: vertical socket at the end
mount = cq.Workplane("XY").circle(MOUNT_R).extrude(44).translate((L_UP + 10, 0, -22))
upper = upper.union(mount)
upper = upper.cut(cq.Workplane("XY").circle(11).extrude(30).translate((L_UP + 10, 0, -23)))
upper = upper.cut(cq.Workplane("XZ").center(L_UP + 10, -10).circle(2.2).extrude(40, both=True))
upper = upper.cut(cq.Workplane("YZ").circle(CABLE_D / 2).extrude(L_UP + 10 - 30).translate((30, 0, 0)))

# the cable leaves the upper arm downwards just behind the joint
upper = upper.cut(cq.Workplane("XY").center(36, 0).circle(CABLE_D / 2).extrude(-30))

# lower arm with a fork of two cheeks
lower = bar(L_LOW, 40, 2 * yo)
cheeks = None
for s in (-1, 1):
    y = s * (TONGUE_T / 2 + CHEEK_T / 2)
    c = cq.Workplane("XZ").circle(BOSS_R).extrude(CHEEK_T / 2, both=True)
    c = c.union(cq.Workplane("XZ").center(25, 0).rect(50, ARM_H).extrude(CHEEK_T / 2, both=True))
    c = c.translate((0, y, 0))
    cheeks = c if cheeks is None else cheeks.union(c)
lower = lower.union(cheeks)
lower = lower.cut(cq.Workplane("YZ").circle(CABLE_D / 2).extrude(L_LOW).translate((30, 0, 0)))
lower = lower.rotate((0, 0, 0), (0, 1, 0), 180 - LOW_DEG)
upper = upper.rotate((0, 0, 0), (0, 1, 0), -UP_DEG)

# hinge pin hole through both arms; hollow pin sleeve keeps the parts together
washer = cq.Workplane("XZ").circle(12).extrude(yo + 0.5, both=True)
body = lower.union(upper).union(washer)

# friction knob on the +Y side with grip scallops, a domed nut on -Y
knob = cq.Workplane("XZ").circle(KNOB_R).extrude(-KNOB_L).edges().chamfer(1.5)
knob = knob.cut(cq.Workplane("XZ").polarArray(KNOB_R + 2, 0, 360, 10).circle(4).extrude(-KNOB_L))
neck = cq.Workplane("XZ").circle(10).extrude(-6)
knob = knob.translate((0, yo + 5, 0)).union(neck.translate((0, yo, 0)))
nut = cq.Workplane("XZ").polygon(6, 26).extrude(14).faces("<Y").edges().chamfer(1).translate((0, -yo, 0))
body = body.union(knob).union(nut)

# through hole for the hinge pin
pin_hole = cq.Workplane("XZ").circle(PIN_D / 2).extrude(80, both=True)
fixture = body.cut(pin_hole)
