import math

import cadquery as cq

plate, t, height = 44.0, 4.0, 16.0
centre_d, stack_d, stack = 20.0, 3.0, 30.0
arm_w, motor = 10.0, 55.0
mount_d, mount_t, shaft_d, screw_d, screw_circle = 30.0, 6.0, 6.0, 2.0, 12.0
post_d = 6.0


def at_motors():
    return cq.Workplane("XY").rarray(2 * motor, 2 * motor, 2, 2)


def at_posts():
    return cq.Workplane("XY").rarray(stack, stack, 2, 2)


frame = cq.Workplane("XY").rect(plate, plate).extrude(t)
for angle in (45, 135):
    frame = frame.union(cq.Workplane("XY").rect(2 * motor * math.sqrt(2), arm_w).extrude(t).rotate((0, 0, 0), (0, 0, 1), angle))
frame = frame.union(at_motors().circle(mount_d / 2).extrude(mount_t)).union(at_posts().circle(post_d / 2).extrude(height))

frame = frame.cut(cq.Workplane("XY").circle(centre_d / 2).extrude(t)).cut(at_posts().circle(stack_d / 2).extrude(height))
frame = frame.cut(at_motors().circle(shaft_d / 2).extrude(mount_t))
screws = [(x + dx, y + dy) for x in (-motor, motor) for y in (-motor, motor)
          for dx, dy in ((screw_circle / 2, 0), (-screw_circle / 2, 0), (0, screw_circle / 2), (0, -screw_circle / 2))]
fixture = frame.cut(cq.Workplane("XY").pushPoints(screws).circle(screw_d / 2).extrude(mount_t))
