import math

import cadquery as cq

step_l, step_w, step_t, height = 340.0, 380.0, 20.0, 400.0
leg_w, leg_t = 30.0, 20.0
foot_x, top_x, top_z = 180.0, 150.0, 390.0
outer_y, inner_y = 150.0, 128.0
pivot_d, pivot_l = 16.0, 360.0
bar_d, bar_l, bar_z = 20.0, 340.0, 40.0

run = foot_x + top_x
leg_l = math.hypot(run, top_z)
run_on = leg_w


def leg(side, y):
    """From the foot at -side * foot_x to the top at side * top_x, between y and y + leg_t."""
    flat = cq.Workplane("XY").box(leg_l + run_on, leg_t, leg_w, centered=(False, False, True)).translate((-run_on, 0, 0))
    lean = -math.degrees(math.atan2(top_z, run))
    if side < 0:
        lean = -180 - lean
    return flat.rotate((0, 0, 0), (0, 1, 0), lean).translate((-side * foot_x, y, 0))


def rod(diameter, length, x, z):
    return cq.Workplane("XZ", origin=(x, 0, z)).circle(diameter / 2).extrude(length / 2, both=True)


stool = cq.Workplane("XY").box(step_l, step_w, step_t).translate((0, 0, height - step_t / 2))
for y in (outer_y, -outer_y - leg_t):
    stool = stool.union(leg(1, y))
for y in (inner_y, -inner_y - leg_t):
    stool = stool.union(leg(-1, y))

stool = stool.union(rod(pivot_d, pivot_l, 0, foot_x * top_z / run))
bar_x = foot_x - bar_z * run / top_z
stool = stool.union(rod(bar_d, bar_l, -bar_x, bar_z)).union(rod(bar_d, bar_l, bar_x, bar_z))
floor = cq.Workplane("XY").box(600, 600, 100, centered=(True, True, False)).translate((0, 0, -100))
fixture = stool.cut(floor)
