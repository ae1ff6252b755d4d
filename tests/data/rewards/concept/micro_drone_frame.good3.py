import cadquery as cq
import math

# Whoop-style X frame with four prop ducts. Stands on z = 0.
SPAN = 180.0
GUARD_R = 35.0            # outer radius of a duct
WALL = 1.8
GUARD_H = 28.0
M = SPAN / 2 - GUARD_R    # motor centre offset in x and y
PLATE, PLATE_T = 54.0, 3.0
ARM_W, ARM_T = 9.0, 5.0
BOSS_D, BOSS_H = 16.0, 10.0


def bar(p, q, w, t):
    """Horizontal rib from p to q, bottom on z = 0."""
    L = math.hypot(q[0] - p[0], q[1] - p[1])
    a = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    return (cq.Workplane("XY").box(L, w, t, centered=(False, True, False))
            .rotate((0, 0, 0), (0, 0, 1), a).translate((p[0], p[1], 0)))


# central electronics plate with weight relief
frame = (cq.Workplane("XY").rect(PLATE, PLATE).extrude(PLATE_T)
         .edges("|Z").fillet(8))

motors = [(sx * M, sy * M) for sx in (1, -1) for sy in (1, -1)]
for mx, my in motors:
    diag = math.atan2(my, mx)
    # main arm out of the plate, two light spokes to carry the duct
    frame = frame.union(bar((mx * 0.2, my * 0.2), (mx, my), ARM_W, ARM_T))
    for da in (-60, 60):
        a = diag + math.radians(da)
        r = GUARD_R - WALL / 2
        frame = frame.union(bar((mx, my), (mx + r * math.cos(a), my + r * math.sin(a)), 3.0, 4.0))
    # motor boss
    frame = frame.union(cq.Workplane("XY").center(mx, my).circle(BOSS_D / 2).extrude(BOSS_H))
    # curved guard with relief windows in the upper half
    duct = (cq.Workplane("XY").center(mx, my).circle(GUARD_R).circle(GUARD_R - WALL).extrude(GUARD_H))
    for k in range(4):
        win = (cq.Workplane("XY").box(2 * GUARD_R + 10, 22, 12)
               .rotate((0, 0, 0), (0, 0, 1), math.degrees(diag) + 22.5 + 45 * k).translate((mx, my, 16)))
        duct = duct.cut(win)
    frame = frame.union(duct)

# motor screw pattern and shaft relief
for mx, my in motors:
    holes = (cq.Workplane("XY").center(mx, my).polarArray(5.0, 45, 360, 4).circle(1.0).extrude(BOSS_H + 1))
    frame = frame.cut(holes).cut(cq.Workplane("XY").center(mx, my).circle(2.5).extrude(BOSS_H + 1))
    # wire channel along the arm, from plate edge to boss
    L = math.hypot(mx, my)
    ch = (cq.Workplane("XY").box(L - BOSS_D / 2 - 22, 3.0, 2.5, centered=(False, True, False))
          .translate((22, 0, ARM_T - 2.0)).rotate((0, 0, 0), (0, 0, 1), math.degrees(math.atan2(my, mx))))
    frame = frame.cut(ch)

# flight controller holes (25.5 pattern), standoffs, centre cable hole
frame = frame.union(cq.Workplane("XY").rect(25.5, 25.5, forConstruction=True).vertices().circle(3.0).extrude(6))
frame = frame.cut(cq.Workplane("XY").rect(25.5, 25.5, forConstruction=True).vertices().circle(1.1).extrude(8))
frame = frame.cut(cq.Workplane("XY").rect(14, 10).extrude(PLATE_T + 1))
for a in (0, 90):
    frame = frame.cut(cq.Workplane("XY").pushPoints([(20, 0), (-20, 0)]).slot2D(14, 4, 90).extrude(10)
                      .rotate((0, 0, 0), (0, 0, 1), a))

fixture = frame
