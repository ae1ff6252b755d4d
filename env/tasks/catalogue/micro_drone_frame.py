import math

import cadquery as cq

span, height = 180.0, 28.0
plate, plate_t = 50.0, 6.0
arm_w, arm_t = 10.0, 5.0
guard_d, guard_t = 70.0, 2.0
boss_d, boss_h = 18.0, 9.0
channel_w, channel_floor, channel_start = 4.0, 2.5, 22.0
screw_d = 2.4

motor = (span - guard_d) / 2
reach = motor * math.sqrt(2)
stack = plate / 2
screw_circle = boss_d * 2 / 3


def at_motors():
    return cq.Workplane("XY").rarray(2 * motor, 2 * motor, 2, 2)


def bars(start, wide, low, high):
    bar = cq.Workplane("XY", origin=(0, 0, low)).center((start + reach) / 2, 0).rect(reach - start, wide).extrude(high - low)
    turned = [bar.rotate((0, 0, 0), (0, 0, 1), angle) for angle in (45, 135, 225, 315)]
    return turned[0].union(turned[1]).union(turned[2]).union(turned[3])


frame = cq.Workplane("XY").rect(plate, plate).extrude(plate_t).union(bars(0, arm_w, 0, arm_t))
guards = at_motors().circle(guard_d / 2).circle(guard_d / 2 - guard_t).extrude(height)
frame = frame.union(guards).cut(bars(channel_start, channel_w, channel_floor, plate_t))
frame = frame.union(at_motors().circle(boss_d / 2).extrude(boss_h))

screws = [(x + dx, y + dy) for x in (-motor, motor) for y in (-motor, motor)
          for dx, dy in ((screw_circle / 2, 0), (-screw_circle / 2, 0), (0, screw_circle / 2), (0, -screw_circle / 2))]
frame = frame.cut(cq.Workplane("XY").pushPoints(screws).circle(screw_d / 2).extrude(boss_h))
fixture = frame.cut(cq.Workplane("XY").rarray(stack, stack, 2, 2).circle(screw_d / 2).extrude(plate_t))
