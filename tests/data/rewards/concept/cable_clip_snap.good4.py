import cadquery as cq

# Snap-in clip, cable along X, centred on the origin.
# Two pairs of cantilever arms with a screw between them under the cable.
L, W, H = 45, 28, 22
pad_t = 3.5
cable_r = 6
arm_t = 2.2
arm_len = 11      # along the cable
zb = -H / 2


def saddle(x0, length):
    """Cradle block with a rounded channel."""
    blk = cq.Workplane("YZ", origin=(x0, 0, 0)).moveTo(-9.5, zb + 1)
    blk = blk.lineTo(9.5, zb + 1).lineTo(8.2, zb + pad_t + 4.5).lineTo(-8.2, zb + pad_t + 4.5).close()
    return blk.extrude(length)


def arm(x0, s):
    """One flexible snap arm with an inward hook and a chamfered lead-in on the top."""
    pts = [
        (s * cable_r, zb + pad_t),
        (s * (cable_r + arm_t), zb + pad_t),
        (s * (cable_r + arm_t), H / 2 - 2.0),
        (s * (cable_r + arm_t - 1.0), H / 2),      # outer chamfer
        (s * (cable_r + 0.6), H / 2),
        (s * (cable_r - 2.4), H / 2 - 4.2),        # long lead-in slope
        (s * (cable_r - 2.4), H / 2 - 5.2),
        (s * cable_r, H / 2 - 6.4),                # retaining face
    ]
    return cq.Workplane("YZ", origin=(x0, 0, 0)).polyline(pts).close().extrude(arm_len)


pad = cq.Workplane("XY", origin=(0, 0, zb)).box(L, W, pad_t, centered=(True, True, False))
pad = pad.edges("|Z").chamfer(4)
pad = pad.faces(">Z").edges().fillet(1.0)

body = pad
starts = [-L / 2 + 3, L / 2 - 3 - arm_len]
for x in starts:
    body = body.union(saddle(x, arm_len))
    for s in (-1, 1):
        body = body.union(arm(x, s))

# rounded cable channel, runs right through
cable_z = zb + pad_t + 0.8 + cable_r
channel = cq.Workplane("YZ", origin=(-L, 0, 0)).center(0, cable_z).circle(cable_r).extrude(2 * L)
body = body.cut(channel)

# screw through the middle of the pad, countersunk below the cable
hole = cq.Workplane("XY", origin=(0, 0, zb - 1)).circle(2.2).extrude(10)
sink = cq.Workplane("XY", origin=(0, 0, zb + pad_t - 2)).circle(2.2).workplane(offset=2.01).circle(4.2).loft()
fixture = body.cut(hole).cut(sink)
