import cadquery as cq

width, depth = 320.0, 240.0
front_z, rise, thickness = 20.0, 72.0, 8.0
rail_w, rail_h = 10.0, 12.0
slot_w, slot_l, slot_pitch, slot_rows = 12.0, 70.0, 70.0, (70.0, 170.0)
stop_w, stop_x, stop_t, stop_top = 40.0, 90.0, 8.0, 48.0
leg_w, leg_x, leg_t, leg_in = 26.0, 135.0, 14.0, 4.0
foot_w, foot_h = 20.0, 8.0


def tilted(w, low, high):
    """A bar of width w that climbs with the platform, from `low` to `high` over its underside."""
    line = [(0, front_z + low), (depth, front_z + rise + low), (depth, front_z + rise + high), (0, front_z + high)]
    return cq.Workplane("YZ").polyline(line).close().extrude(w / 2, both=True)


def upright(w, x, y0, y1, z0, z1):
    return cq.Workplane("XY").box(w, y1 - y0, z1 - z0, centered=(True, False, False)).translate((x, y0, z0))


def platform_middle(y):
    return front_z + rise * y / depth + thickness / 2


riser = tilted(width, 0, thickness)
slots = cq.Workplane("XY").rarray(slot_pitch, 1, 4, 1).rect(slot_w, slot_l).extrude(2 * depth)
for y in slot_rows:
    riser = riser.cut(slots.translate((0, y, 0)))
for side in (-1, 1):
    riser = riser.union(tilted(rail_w, thickness, thickness + rail_h).translate((side * (width - rail_w) / 2, 0, 0)))
    riser = riser.union(upright(stop_w, side * stop_x, 0, stop_t, front_z, stop_top))
    for y in (leg_in, depth - leg_in - leg_t):
        riser = riser.union(upright(leg_w, side * leg_x, y, y + leg_t, 0, platform_middle(y)))
    riser = riser.union(upright(foot_w, side * leg_x, leg_in, depth - leg_in, 0, foot_h))
fixture = riser.clean()
