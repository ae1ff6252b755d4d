import cadquery as cq
import math

SPAN = 180.0
H = 28.0
PLATE, PLATE_T = 46.0, 3.0
ARM_W, ARM_T = 11.0, 5.0
BOSS_D, BOSS_H = 16.0, 9.0
PROP_R = 32.0
GUARD_T, GUARD_H = 2.4, 10.0
STACK = 25.5                       # screw pattern for the electronics

m = SPAN / 2 - PROP_R - GUARD_T - 0.6       # motor position: (m, m)
r_motor = m * math.sqrt(2)


# all parts of one corner are made along +X and then turned by 45 + 90 i
arm = (
    cq.Workplane("XY").rect(r_motor - 8, ARM_W).extrude(ARM_T)
    .translate((r_motor / 2 + 4, 0, 0))
)
groove = cq.Workplane("XY").box(r_motor - 24, 4.5, 3, centered=(True, True, False)).translate((r_motor / 2 + 4, 0, ARM_T - 2.5))
boss = cq.Workplane("XY").circle(BOSS_D / 2).extrude(BOSS_H).translate((r_motor, 0, 0))
screws = (
    cq.Workplane("XY").polarArray(5.0, 45, 360, 4).circle(1.0).extrude(BOSS_H)
    .union(cq.Workplane("XY").circle(2.2).extrude(BOSS_H))
    .translate((r_motor, 0, 0))
)

# curved guard: outer 220 degrees of a ring around the propeller, on three spokes
ring = cq.Workplane("XY").circle(PROP_R + GUARD_T).circle(PROP_R).extrude(GUARD_H)
ring = ring.union(cq.Workplane("XY").circle(PROP_R + GUARD_T).circle(PROP_R - 1.5).extrude(2.5))
half = math.radians(115)
cutter = (
    cq.Workplane("XY")
    .polyline([(0, 0), (90 * math.cos(half), 90 * math.sin(half)), (-140, 0), (90 * math.cos(half), -90 * math.sin(half))])
    .close().extrude(60).translate((0, 0, -5))
)
guard = ring.cut(cutter)
for a in (-105, -40, 40, 105):
    spoke = (
        cq.Workplane("XY").rect(PROP_R - 2, 4).extrude(3)
        .translate((PROP_R / 2 + 1.5, 0, 0)).rotate((0, 0, 0), (0, 0, 1), a)
    )
    guard = guard.union(spoke)
# guard posts rise to the full height and carry an upper hoop
for a in (-60, 0, 60):
    post = (
        cq.Workplane("XY").rect(GUARD_T + 1.2, 5).extrude(H)
        .translate((PROP_R + GUARD_T / 2 - 0.7, 0, 0)).rotate((0, 0, 0), (0, 0, 1), a)
    )
    guard = guard.union(post)
hoop = cq.Workplane("XY").workplane(offset=H - 4).circle(PROP_R + GUARD_T - 0.2).circle(PROP_R + 0.2).extrude(3.5)
sector = cq.Workplane("XY").polyline([(0, 0), (90, -90 * math.tan(math.radians(60.0))), (90, 90 * math.tan(math.radians(60.0)))]).close().extrude(60)
guard = guard.union(hoop.intersect(sector)).translate((r_motor, 0, 0))

corner = arm.union(boss).union(guard).cut(groove).cut(screws)

frame = (
    cq.Workplane("XY").rect(PLATE, PLATE).extrude(PLATE_T).edges("|Z").fillet(8)
)
for i in range(4):
    frame = frame.union(corner.rotate((0, 0, 0), (0, 0, 1), 45 + 90 * i))
# stand-offs and their screw holes, centre cut-out and strap slots
pts = [(sx * STACK / 2, sy * STACK / 2) for sx in (-1, 1) for sy in (-1, 1)]
frame = frame.union(cq.Workplane("XY").pushPoints(pts).circle(3.2).extrude(7))
frame = frame.cut(cq.Workplane("XY").pushPoints(pts).circle(1.1).extrude(20))
frame = frame.cut(cq.Workplane("XY").circle(7).extrude(20))
fixture = frame.cut(cq.Workplane("XY").pushPoints([(-18, 0), (18, 0)]).slot2D(14, 3, 90).extrude(20))
