import math

import cadquery as cq

length, width = 160.0, 120.0
body_t = 30.0
palm_l, palm_w = 60.0, 70.0
mount_d, mount_depth = 7.0, 18.0
boss_d, boss_l, pin_d = 16.0, 60.0, 6.0
pivot_x, pivot_y, pivot_gap = 30.0, 22.0, 26.0
link_run, link_w, link_t = 30.0, 12.0, 8.0
finger_w = 18.0
pad_l, pad_t, pad_h = 30.0, 8.0, 40.0

back, tip = -length / 2, length / 2
finger_y = (width - finger_w) / 2
link_rise = finger_y - pivot_y
palm_pivots = [(back + pivot_x, pivot_y), (back + pivot_x + pivot_gap, pivot_y)]
finger_pivots = [(x + link_run, finger_y) for x, _ in palm_pivots]


def block(x0, x1, y0, y1, thickness):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, thickness).translate(((x0 + x1) / 2, (y0 + y1) / 2, 0))


def upright(points, diameter):
    return cq.Workplane("XY").pushPoints(points).circle(diameter / 2).extrude(boss_l / 2, both=True)


def link(start):
    bar = cq.Workplane("XY").slot2D(math.hypot(link_run, link_rise) + link_w, link_w).extrude(body_t / 2 + link_t, both=True)
    bar = bar.rotate((0, 0, 0), (0, 0, 1), math.degrees(math.atan2(link_rise, link_run)))
    bar = bar.translate((start[0] + link_run / 2, start[1] + link_rise / 2, 0))
    return bar.cut(cq.Workplane("XY").box(2 * length, 2 * width, body_t))


palm = block(back, back + palm_l, -palm_w / 2, palm_w / 2, body_t)
palm = palm.faces("<X").workplane().rarray(2 * pivot_y, body_t / 2, 2, 2).hole(mount_d, mount_depth)
finger = block(finger_pivots[0][0] - boss_d / 2, tip, finger_y - finger_w / 2, finger_y + finger_w / 2, body_t)
pad_y = finger_y - finger_w / 2
finger = finger.union(block(tip - pad_l, tip, pad_y - pad_t, pad_y, pad_h))
half = finger.union(link(palm_pivots[0])).union(link(palm_pivots[1])).union(upright(palm_pivots + finger_pivots, boss_d))
pins = upright(palm_pivots + finger_pivots, pin_d)
fixture = palm.union(half).union(half.mirror("XZ")).cut(pins).cut(pins.mirror("XZ"))
