import math

import cadquery as cq

arm_w, arm_t, slot_w = 26.0, 14.0, 9.0
lower_end = (-120.0, -120.0)
upper_end = (105.0, 0.0)
lower_slot = ((-90.0, -90.0), (-30.0, -30.0))
upper_slot = ((30.0, 0.0), (75.0, 0.0))
boss_d, knob_d, nut_d, pin_d = 44.0, 36.0, 24.0, 10.0
knob_end = 40.0
mount_d, mount_bore, mount_x, mount_low, mount_top = 36.0, 28.0, 109.0, -13.0, 45.0


def rod(diameter, y0, y1):
    return cq.Workplane("XZ", origin=(0, y1, 0)).circle(diameter / 2).extrude(y1 - y0)


def link(start, end, width, y0, y1):
    """A flat bar with round ends around two points of the XZ plane."""
    run, climb = end[0] - start[0], end[1] - start[1]
    flat = cq.Workplane("XZ").slot2D(math.hypot(run, climb) + width, width, math.degrees(math.atan2(climb, run)))
    middle = ((start[0] + end[0]) / 2, y1, (start[1] + end[1]) / 2)
    return flat.extrude(y1 - y0).translate(middle)


lower = link(lower_end, (0, 0), arm_w, -arm_t, 0).cut(link(*lower_slot, slot_w, -arm_t, 0))
upper = link((0, 0), upper_end, arm_w, 0, arm_t).cut(link(*upper_slot, slot_w, 0, arm_t))
joint = lower.union(upper).union(rod(boss_d, -arm_t, arm_t))
joint = joint.union(rod(knob_d, -knob_end, -arm_t)).union(rod(nut_d, arm_t, knob_end))

mount = cq.Workplane("XY", origin=(mount_x, arm_t / 2, mount_low))
joint = joint.union(mount.circle(mount_d / 2).extrude(mount_top - mount_low))
joint = joint.cut(mount.circle(mount_bore / 2).extrude(mount_top - mount_low))
fixture = joint.cut(rod(pin_d, -knob_end, knob_end))
