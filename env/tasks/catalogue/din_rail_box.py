import cadquery as cq

length, width, height = 90.0, 54.0, 60.0
wall, floor_top = 2.0, 12.0
rail_mouth, rail_lip, rail_groove, rail_depth = 31.0, 4.0, 35.6, 8.0
post_w, post_hole, post_depth, post_x, post_y = 9.0, 3.0, 15.0, 38.5, 20.5
cable_d, cable_z = 16.0, 36.0
vents, vent_w, vent_low, vent_high, vent_pitch = 5, 2.5, 25.0, 50.0, 8.0


def upright(w, d, low, high):
    return cq.Workplane("XY").box(w, d, high - low, centered=(True, True, False)).translate((0, 0, low))


box = upright(length, width, 0, height).cut(upright(length - 2 * wall, width - 2 * wall, floor_top, height))

posts = [(x, y) for x in (-post_x, post_x) for y in (-post_y, post_y)]
box = box.union(cq.Workplane("XY").workplane(offset=floor_top).pushPoints(posts).rect(post_w, post_w).extrude(height - floor_top))
box = box.cut(cq.Workplane("XY").workplane(offset=height).pushPoints(posts).circle(post_hole / 2).extrude(-post_depth))

# Groove for the rail, narrower at its mouth.
box = box.cut(upright(rail_mouth, width, 0, rail_lip)).cut(upright(rail_groove, width, rail_lip, rail_depth))

box = box.cut(cq.Workplane("YZ").center(0, cable_z).circle(cable_d / 2).extrude(length, both=True))
for k in range(vents):
    box = box.cut(upright(vent_w, 2 * width, vent_low, vent_high).translate(((k - (vents - 1) / 2) * vent_pitch, 0, 0)))
fixture = box
