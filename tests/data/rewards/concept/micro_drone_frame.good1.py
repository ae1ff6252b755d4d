import cadquery as cq
import math

# X-configuration micro frame, standing on z = 0
SPAN = 180.0
GUARD_R = 38.0                 # outer radius of each prop guard
GUARD_T = 2.4
M = SPAN / 2 - GUARD_R         # motor offset in x and y (52 mm)
PLATE_T = 3.5
ARM_W, ARM_T = 11.0, 5.0
BOSS_R, BOSS_H = 9.5, 9.0
TOP = 28.0

motors = [(sx * M, sy * M) for sx in (-1, 1) for sy in (-1, 1)]
arm_len = math.hypot(M, M)


def hoop(x, y, z, h):
    return (cq.Workplane("XY", origin=(x, y, z))
            .circle(GUARD_R).circle(GUARD_R - GUARD_T).extrude(h))


# central electronics plate
plate = cq.Workplane("XY").rect(52, 52).extrude(PLATE_T).edges("|Z").fillet(8)
add, sub = [], []

for x, y in motors:
    a = math.degrees(math.atan2(y, x))
    # arm, continued past the motor to carry the guard
    length = arm_len + GUARD_R - GUARD_T / 2
    add.append(cq.Workplane("XY").center(length / 2, 0).rect(length, ARM_W).extrude(ARM_T)
               .rotate((0, 0, 0), (0, 0, 1), a))
    # two thin side spokes in one bar
    add.append(cq.Workplane("XY", origin=(x, y, 0)).rect(2 * GUARD_R - GUARD_T, 4).extrude(3)
               .rotate((x, y, 0), (x, y, 1), a + 90))
    # motor boss
    add.append(cq.Workplane("XY").center(x, y).circle(BOSS_R).extrude(BOSS_H))
    # curved guard: lower and upper hoop joined by slim posts
    add += [hoop(x, y, 0, 6), hoop(x, y, TOP - 4, 4)]
    r = GUARD_R - GUARD_T / 2
    for k in range(15, 375, 60):
        px, py = x + r * math.cos(math.radians(k)), y + r * math.sin(math.radians(k))
        add.append(cq.Workplane("XY", origin=(px, py, 3)).circle(GUARD_T / 2 - 0.1).extrude(TOP - 5))
    # wire channel along the arm top
    sub.append(cq.Workplane("XY", origin=(0, 0, ARM_T - 2)).center(37, 0).rect(54, 4).extrude(10)
               .rotate((0, 0, 0), (0, 0, 1), a))
    # shaft clearance and M2 motor screws on a 12 mm circle
    sub.append(cq.Workplane("XY", origin=(x, y, 0)).circle(2.6).extrude(BOSS_H))
    sub.append(cq.Workplane("XY", origin=(x, y, 0)).polarArray(6, 0, 360, 4).circle(1.1).extrude(BOSS_H))

# flight stack holes and battery strap slots
sub.append(cq.Workplane("XY").rect(36, 36, forConstruction=True).vertices().circle(1.5).extrude(20))
sub.append(cq.Workplane("XY").pushPoints([(-15, 0), (15, 0)]).slot2D(14, 3, 90).extrude(20))

solid = plate.val().fuse(*[v for w in add for v in w.vals()])
fixture = cq.Workplane(solid.cut(*[v for w in sub for v in w.vals()]))
