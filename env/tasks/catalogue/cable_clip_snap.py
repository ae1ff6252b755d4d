import cadquery as cq

pad_l, pad_w, pad_t = 45.0, 28.0, 4.0
height = 22.0
clip_x, clip_l, clip_w = -10.0, 18.0, 20.0
channel_d, channel_z = 12.0, 13.0
mouth, lead_in = 9.0, 3.0
screw_d, screw_x = 4.5, 12.0


def front():
    return cq.Workplane("XZ", origin=(clip_x, clip_w / 2, 0))


def pad():
    plate = cq.Workplane("XY").box(pad_l, pad_w, pad_t, centered=(True, True, False))
    return plate.faces(">Z").workplane(origin=(screw_x, 0, 0)).hole(screw_d)


def clip():
    body = cq.Workplane("XY", origin=(clip_x, 0, 0)).rect(clip_l, clip_w).extrude(height)
    channel = front().center(0, channel_z).circle(channel_d / 2).extrude(clip_w)
    way_in = front().center(0, height).rect(mouth, 2 * (height - channel_z)).extrude(clip_w)
    wide = mouth / 2 + lead_in
    chamfers = front().polyline([(-wide, height), (0, height - wide), (wide, height)]).close().extrude(clip_w)
    return body.cut(channel).cut(way_in).cut(chamfers)


fixture = pad().union(clip())
