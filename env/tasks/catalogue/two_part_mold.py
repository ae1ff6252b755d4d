import cadquery as cq

length, width, half_h = 120.0, 80.0, 35.0
opening = 15.0
part_d, part_l = 30.0, 70.0
pin_d, hole_d, pin_h, hole_depth = 10.0, 10.4, 25.0, 14.0
pin_x, pin_y = 48.0, 28.0
sprue_d = 8.0
ejector_d, ejector_x = 6.0, 15.0
channel_d, channel_y, channel_in = 8.0, 25.0, 10.0

corners = [(x, y) for x in (-pin_x, pin_x) for y in (-pin_y, pin_y)]
parting, upper_z = half_h, half_h + opening
upper_top = upper_z + half_h


def plate(z):
    return cq.Workplane("XY").box(length, width, half_h, centered=(True, True, False)).translate((0, 0, z))


def capsule(z):
    r = part_d / 2
    middle = part_l / 2 - r
    body = cq.Workplane("YZ").circle(r).extrude(middle, both=True)
    for x in (-middle, middle):
        body = body.union(cq.Workplane("XY").sphere(r).translate((x, 0, 0)))
    return body.translate((0, 0, z))


def channels(z):
    return cq.Workplane("YZ").pushPoints([(-channel_y, z), (channel_y, z)]).circle(channel_d / 2).extrude(length / 2, both=True)


lower = plate(0).cut(capsule(parting)).cut(channels(channel_in))
lower = lower.cut(cq.Workplane("XY").pushPoints([(-ejector_x, 0), (ejector_x, 0)]).circle(ejector_d / 2).extrude(half_h))
lower = lower.union(cq.Workplane("XY", origin=(0, 0, parting)).pushPoints(corners).circle(pin_d / 2).extrude(pin_h))

upper = plate(upper_z).cut(capsule(upper_z)).cut(channels(upper_top - channel_in))
upper = upper.cut(cq.Workplane("XY", origin=(0, 0, upper_z)).pushPoints(corners).circle(hole_d / 2).extrude(hole_depth))
upper = upper.cut(cq.Workplane("XY", origin=(0, 0, upper_z)).circle(sprue_d / 2).extrude(half_h))

fixture = cq.Assembly().add(lower, name="lower half").add(upper, name="upper half")
