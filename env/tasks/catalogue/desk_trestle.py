import cadquery as cq

length, beam_w, beam_h = 700.0, 80.0, 40.0
height = 720.0
leg_x, leg_w = 40.0, 30.0
leg_pos = 310.0
top_y, foot_y = 25.0, 185.0
bar_z, bar_h, bar_t = 200.0, 40.0, 20.0

under = height - beam_h


def leg(side, x):
    half = leg_w / 2
    outline = [(side * foot_y - half, 0), (side * foot_y + half, 0), (side * top_y + half, under), (side * top_y - half, under)]
    return cq.Workplane("YZ").polyline(outline).close().extrude(leg_x / 2, both=True).translate((x, 0, 0))


def bar(x, y):
    return cq.Workplane("XY").box(x, y, bar_h, centered=(True, True, False)).translate((0, 0, bar_z))


def spread(z):
    """Distance between the centre lines of a pair of legs at height z."""
    return 2 * (foot_y + (top_y - foot_y) * z / under)


trestle = cq.Workplane("XY").box(length, beam_w, beam_h, centered=(True, True, False)).translate((0, 0, under))
tie = bar(bar_t, spread(bar_z + bar_h / 2))
for x in (-leg_pos, leg_pos):
    trestle = trestle.union(leg(1, x)).union(leg(-1, x)).union(tie.translate((x, 0, 0)))
fixture = trestle.union(bar(2 * leg_pos, bar_t))
