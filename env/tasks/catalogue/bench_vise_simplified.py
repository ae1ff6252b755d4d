import cadquery as cq

base_l, base_w, base_t = 230.0, 140.0, 22.0
hole_d, hole_in, hole_y = 12.0, 17.5, 52.0
jaw_w = 120.0
fixed_start, fixed_end, fixed_top = 28.0, 74.0, 150.0
moving_start, moving_end, moving_low, moving_top = 124.0, 164.0, 40.0, 148.0
rail, rail_end, rail_y = 20.0, 220.0, 38.0
screw_d, screw_start, screw_end, screw_z = 24.0, 50.0, 272.0, 90.0
head_d, head_start, head_end = 36.0, 250.0, 280.0
handle_d, handle_l, handle_x = 12.0, 132.0, 262.0


def block(start, end, width, low, top, y=0.0):
    solid = cq.Workplane("XY").box(end - start, width, top - low, centered=(False, True, False))
    return solid.translate((start, y, low))


def round_bar(diameter, start, end):
    return cq.Workplane("YZ", origin=(start, 0, screw_z)).circle(diameter / 2).extrude(end - start)


base = block(0, base_l, base_w, 0, base_t)
base = base.faces(">Z").workplane(origin=(base_l / 2, 0, base_t))
base = base.rarray(base_l - 2 * hole_in, 2 * hole_y, 2, 2).hole(hole_d)

vise = base.union(block(fixed_start, fixed_end, jaw_w, base_t, fixed_top))
for y in (-rail_y, rail_y):
    vise = vise.union(block(fixed_start, rail_end, rail, base_t, base_t + rail, y))
vise = vise.union(block(moving_start, moving_end, jaw_w, moving_low, moving_top))
vise = vise.union(round_bar(screw_d, screw_start, screw_end)).union(round_bar(head_d, head_start, head_end))
handle = cq.Workplane("XZ", origin=(handle_x, 0, screw_z)).circle(handle_d / 2).extrude(handle_l / 2, both=True)
fixture = vise.union(handle)
