import math

import cadquery as cq

seat_w, seat_r, seat_t, seat_axis_z, seat_half_angle = 520.0, 900.0, 40.0, 1360.0, 15.0
back_w, back_r, back_t, back_axis_y, back_low, back_top = 440.0, 580.0, 35.0, -360.0, 430.0, 1000.0
head_w, head_t, head_h, head_rear, height = 300.0, 70.0, 140.0, 255.0, 1120.0
leg_d, leg_in, leg_top, foot_x, foot_y = 40.0, 190.0, 460.0, 290.0, 300.0
bar_d, bar_z = 24.0, 200.0
pad_w, pad_l, pad_t, pad_x, pad_y, pad_top = 60.0, 330.0, 30.0, 275.0, 20.0, 675.0
post, post_x, post_low, post_top = 36.0, 250.0, 425.0, 650.0
post_ys = (-110.0, 150.0)

below_floor = 20.0


def rod(start, end, diameter):
    line = cq.Vector(*end) - cq.Vector(*start)
    return cq.Workplane(obj=cq.Solid.makeCylinder(diameter / 2, line.Length, cq.Vector(*start), line))


def seat():
    ring = cq.Workplane("YZ").circle(seat_r + seat_t).circle(seat_r).extrude(seat_w / 2, both=True)
    reach = 2 * seat_r
    half = reach * math.tan(math.radians(seat_half_angle))
    wedge = cq.Workplane("YZ").polyline([(0, 0), (-half, -reach), (half, -reach)]).close().extrude(seat_w / 2, both=True)
    return ring.intersect(wedge).translate((0, 0, seat_axis_z))


def backrest():
    tall = back_top - back_low
    ring = cq.Workplane("XY").circle(back_r + back_t).circle(back_r).extrude(tall)
    window = cq.Workplane("XY").box(back_w, 2 * back_r, tall, centered=(True, False, False))
    return ring.intersect(window).translate((0, back_axis_y, back_low))


def headrest():
    return cq.Workplane("XY").box(head_w, head_t, head_h).translate((0, head_rear - head_t / 2, height - head_h / 2))


def leg_at(z, side, front):
    down = (leg_top - z) / leg_top
    return (side * (leg_in + (foot_x - leg_in) * down), front * (leg_in + (foot_y - leg_in) * down), z)


def legs():
    drop = math.sqrt((foot_x - leg_in) ** 2 + (foot_y - leg_in) ** 2 + leg_top**2)
    low = -below_floor * leg_top / drop
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    frame = cq.Workplane("XY")
    for i, (side, front) in enumerate(corners):
        frame = frame.union(rod(leg_at(leg_top, side, front), leg_at(low, side, front), leg_d))
        frame = frame.union(rod(leg_at(bar_z, side, front), leg_at(bar_z, *corners[(i + 1) % 4]), bar_d))
    return frame.cut(cq.Workplane("XY").box(1000, 1000, 200, centered=(True, True, False)).translate((0, 0, -200)))


def armrest(side):
    pad = cq.Workplane("XY").box(pad_w, pad_l, pad_t).translate((side * pad_x, pad_y, pad_top - pad_t / 2))
    for y in post_ys:
        leg = cq.Workplane("XY").box(post, post, post_top - post_low, centered=(True, True, False))
        pad = pad.union(leg.translate((side * post_x, y, post_low)))
    return pad


fixture = seat().union(backrest()).union(headrest()).union(legs()).union(armrest(1)).union(armrest(-1))
