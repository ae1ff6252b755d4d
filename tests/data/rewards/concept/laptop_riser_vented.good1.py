import cadquery as cq
import math

# Laptop riser: stands on z = 0, user sits at -Y
W, D, H = 320.0, 240.0, 120.0
t = 6.0                      # platform thickness
rail_w = 12.0
front_z, rear_z = 22.0, 112.0
stop_h, stop_w = 14.0, 50.0
slot_l, slot_w, n_slots = 200.0, 10.0, 7
leg_w = 18.0

yf, yr = -D / 2, D / 2
tilt = math.atan2(rear_z - front_z, D)


def z_at(y):
    return front_z + (y - yf) * math.tan(tilt)


def yz_prism(pts, x0, width):
    return cq.Workplane("YZ", origin=(x0, 0, 0)).polyline(pts).close().extrude(width)


dz = t / math.cos(tilt)
platform = yz_prism([(yf, front_z), (yr, rear_z), (yr, rear_z + dz), (yf, front_z + dz)], -W / 2, W)

# ventilation slots across the width, through the sheet
for i in range(n_slots):
    y = -78 + i * 26
    slot = cq.Workplane("XY", origin=(0, y, 0)).slot2D(slot_l, slot_w).extrude(H * 1.5)
    platform = platform.cut(slot)

body = platform
for x0 in (-W / 2, W / 2 - rail_w):
    # side rail: sloped beam on the floor at the front, with an open triangle under it
    rail = yz_prism([(yf, 0), (yf, z_at(yf) + 0.1), (yr, z_at(yr) + 0.1), (yr, z_at(yr) - 26), (yf + 40, 0)], x0, rail_w)
    foot = yz_prism([(yf, 0), (yf, 10), (yr, 10), (yr, 0)], x0, rail_w)
    body = body.union(rail).union(foot)

# rear support legs, with a cross tie
for sx in (-1, 1):
    leg = yz_prism([(yr - leg_w, 0), (yr, 0), (yr, rear_z + 0.1), (yr - leg_w, z_at(yr - leg_w) + 0.1)], sx * (W / 2 - 15) - 15, 30)
    body = body.union(leg)
tie = cq.Workplane("XY").box(W - 40, 8, 20).translate((0, yr - 8, 50))
body = body.union(tie)

# front stops: two tabs standing up at the front lip
for sx in (-1, 1):
    stop = yz_prism([(yf, front_z), (yf + 8, z_at(yf + 8)), (yf + 8, z_at(yf + 8) + t + stop_h), (yf, front_z + t + stop_h)],
                    sx * 95 - stop_w / 2, stop_w).edges(">Z").fillet(2)
    body = body.union(stop)

fixture = body
