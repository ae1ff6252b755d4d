import cadquery as cq

width, depth, height = 420.0, 360.0, 480.0
top_depth, step_t = 210.0, 24.0
low_top = 220.0
leg_w, leg_t, leg_inset, top_y = 32.0, 20.0, 20.0, 90.0
barrel_d, pivot_d, rod_inset = 36.0, 20.0, 12.0
groove_w, groove_depth = 5.0, 3.0

outer_x = width / 2 - leg_inset
leg_top = height - step_t
foot_y, head_y = (depth - leg_w) / 2, top_y - leg_w / 2
pitch = top_depth / 6
slope = (foot_y + head_y) / leg_top
hinge_z = low_top - step_t / 2
hinge_y = slope * hinge_z - foot_y


def step(half, y0, y1, top, grooves):
    plate = cq.Workplane("XY").box(2 * half, y1 - y0, step_t).translate((0, (y0 + y1) / 2, top - step_t / 2))
    cutter = cq.Workplane("XY").rarray(1, pitch, 1, grooves).rect(2 * half, groove_w).extrude(groove_depth)
    return plate.cut(cutter.translate((0, (y0 + y1) / 2, top - groove_depth)))


def leg_pair(outside, way):
    """A left and a right leg, from way * foot_y on the floor to -way * head_y under the top step."""
    foot, head = way * foot_y, -way * head_y
    side = [(foot - leg_w / 2, 0), (foot + leg_w / 2, 0), (head + leg_w / 2, leg_top), (head - leg_w / 2, leg_top)]
    both = cq.Workplane("YZ").polyline(side).close().extrude(outside, both=True)
    return both.cut(cq.Workplane("XY").box(2 * (outside - leg_t), 2 * depth, 2 * height))


def rod(diameter, y, z):
    return cq.Workplane("YZ").center(y, z).circle(diameter / 2).extrude(width / 2 - rod_inset, both=True)


stool = step(width / 2, -top_depth / 2, top_depth / 2, height, 5)
stool = stool.union(step(outer_x - leg_t, -depth / 2, hinge_y, low_top, 3))
stool = stool.union(leg_pair(outer_x, 1)).union(leg_pair(outer_x - leg_t, -1))
for y, z in ((-head_y, leg_top - barrel_d / 8), (head_y, leg_top - barrel_d / 8), (hinge_y, hinge_z)):
    stool = stool.union(rod(barrel_d, y, z))
fixture = stool.union(rod(pivot_d, 0, foot_y / slope))
