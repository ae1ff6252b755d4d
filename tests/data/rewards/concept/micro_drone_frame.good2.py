import cadquery as cq
import math

# plus-configuration whoop frame, arms on the X and Y axes, centred in z
guard_ro, guard_ri, guard_h = 36.0, 33.0, 14.0
motor = 90.0 - guard_ro
z0 = -14.0


def one_arm():
    """Arm with boss and guard, pointing to +X, bottom at z0."""
    arm = (cq.Workplane("XY", origin=(0, 0, z0))
           .polyline([(15, -9), (motor, -5), (motor, 5), (15, 9)]).close().extrude(6))
    boss = cq.Workplane("XY", origin=(motor, 0, z0)).circle(9).extrude(11)
    # open guard: ring with the inboard quarter removed
    ring = cq.Workplane("XY", origin=(motor, 0, z0)).circle(guard_ro).circle(guard_ri).extrude(guard_h)
    ring = ring.edges(">Z").fillet(1.0)
    wedge = (cq.Workplane("XY", origin=(motor, 0, z0 - 1))
             .polyline([(0, 0), (-60, -45), (-60, 45)]).close().extrude(guard_h + 2))
    ring = ring.cut(wedge)
    body = arm.union(boss).union(ring)
    # Y struts carry the guard
    for ang in (0, 115, -115):
        strut = (cq.Workplane("XY", origin=(motor, 0, z0)).center(guard_ri / 2 + 0.7, 0)
                 .rect(guard_ri + 1, 3.2).extrude(5)
                 .rotate((motor, 0, 0), (motor, 0, 1), ang))
        body = body.union(strut)
    # open wire channel down the middle of the arm and into the boss
    body = body.cut(cq.Workplane("XY", origin=(0, 0, z0 + 3.5)).center(31, 0).rect(34, 4.5).extrude(10))
    # boss drilling
    cuts = cq.Workplane("XY", origin=(motor, 0, z0)).circle(2.5).extrude(12)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        cuts = cuts.union(cq.Workplane("XY", origin=(motor + 6 * math.cos(a), 6 * math.sin(a), z0)).circle(1.0).extrude(12))
    return body.cut(cuts)


arm = one_arm()

# octagonal electronics plate with standoffs for the flight controller
fixture = cq.Workplane("XY", origin=(0, 0, z0)).polygon(8, 56).extrude(4).rotate((0, 0, 0), (0, 0, 1), 22.5)
for i in range(4):
    fixture = fixture.union(arm.rotate((0, 0, 0), (0, 0, 1), 90 * i))
stand = [(12.75, 12.75), (-12.75, 12.75), (12.75, -12.75), (-12.75, -12.75)]
fixture = fixture.union(cq.Workplane("XY", origin=(0, 0, z0)).pushPoints(stand).circle(3).extrude(28))
fixture = fixture.cut(cq.Workplane("XY", origin=(0, 0, z0)).pushPoints(stand).circle(1.3).extrude(28))
# lightening window and cable pass through
fixture = fixture.cut(cq.Workplane("XY", origin=(0, 0, z0)).circle(7).extrude(10))
