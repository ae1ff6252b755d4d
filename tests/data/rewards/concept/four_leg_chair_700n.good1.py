import cadquery as cq

# Timber side chair, stands on z = 0, front is -Y
width, depth, height = 500.0, 500.0, 900.0
seat_z, seat_t = 450.0, 25.0
leg = 40.0
rail_h, rail_t = 60.0, 22.0
bar_z, bar_h, bar_t = 150.0, 35.0, 22.0

lx = width / 2 - leg / 2
ly = depth / 2 - leg / 2


def box(cx, cy, z0, sx, sy, sz):
    return cq.Workplane("XY").box(sx, sy, sz, centered=(True, True, False)).translate((cx, cy, z0))


parts = []
# front legs end under the seat, rear legs run up to hold the backrest
for sx in (-1, 1):
    parts.append(box(sx * lx, -ly, 0, leg, leg, seat_z - seat_t))
    parts.append(box(sx * lx, ly, 0, leg, leg, height))

# seat panel
parts.append(box(0, 0, seat_z - seat_t, width, depth, seat_t).edges("|Z and <Y").fillet(6))

# aprons right below the seat
za = seat_z - seat_t - rail_h
for s in (-1, 1):
    parts.append(box(0, s * ly, za, 2 * lx, rail_t, rail_h))
    parts.append(box(s * lx, 0, za, rail_t, 2 * ly, rail_h))

# lower crossbars: one each side, front and rear one slightly higher
for s in (-1, 1):
    parts.append(box(s * lx, 0, bar_z, bar_t, 2 * ly, bar_h))
    parts.append(box(0, s * ly, bar_z + 60, 2 * lx, bar_t, bar_h))

# ladder backrest
for z, h in ((560, 50), (680, 50), (800, 80)):
    parts.append(box(0, ly, z, 2 * lx, 18, h))

fixture = parts[0]
for p in parts[1:]:
    fixture = fixture.union(p)
fixture = fixture.clean()
