import cadquery as cq

wheel_d, wheel_w = 76.0, 26.0
axle_d, axle_l = 10.0, 52.0
cheek_w, cheek_t, gap = 30.0, 6.0, 32.0
cheek_low, bridge_low, stem_low, plate_low, height = 26.0, 96.0, 104.0, 124.0, 130.0
stem_d = 30.0
plate_l, plate_w = 90.0, 80.0
hole_d, pattern_x, pattern_y = 8.0, 66.0, 56.0

axle_z = wheel_d / 2


def disc(diameter, length):
    return cq.Workplane("XZ").circle(diameter / 2).extrude(length / 2, both=True).translate((0, 0, axle_z))


def block(x, y, low, high):
    return cq.Workplane("XY", origin=(0, 0, low)).rect(x, y).extrude(high - low)


def fork():
    outer = block(cheek_w, gap + 2 * cheek_t, cheek_low, stem_low)
    return outer.cut(block(cheek_w, gap, cheek_low, bridge_low))


def plate():
    solid = block(plate_l, plate_w, plate_low, height)
    return solid.faces(">Z").workplane().rarray(pattern_x, pattern_y, 2, 2).hole(hole_d)


stem = cq.Workplane("XY", origin=(0, 0, stem_low)).circle(stem_d / 2).extrude(plate_low - stem_low)
fixture = disc(wheel_d, wheel_w).union(disc(axle_d, axle_l)).union(fork()).union(stem).union(plate())
