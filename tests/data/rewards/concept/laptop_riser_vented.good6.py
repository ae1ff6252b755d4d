import cadquery as cq
import math

W, D, H = 320.0, 240.0, 120.0
t, rail_h = 10.0, 10.0

def zu(y):                                   # underside height at y
    return (y + D / 2) / D * (H - t - rail_h)

def strip(x0, x1, y0, y1, lo, hi):           # sloped strip, lo..hi above the underside line
    return (cq.Workplane("YZ", origin=(x0, 0, 0))
            .polyline([(y0, zu(y0) + lo), (y1, zu(y1) + lo), (y1, zu(y1) + hi), (y0, zu(y0) + hi)])
            .close().extrude(x1 - x0))

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# tilted platform and front foot
riser = strip(-W / 2, W / 2, -D / 2, D / 2, 0, t)
riser = riser.union(box(-W / 2, W / 2, -D / 2, -D / 2 + 26, 0, 8))

# vent slots in three columns
for x in (-88, 0, 88):
    for i in range(7):
        riser = riser.cut(cq.Workplane("XY", origin=(x, -66 + 23 * i, -10)).slot2D(68, 9).extrude(200))

# side rails
for s in (-1, 1):
    x0, x1 = sorted((s * W / 2, s * (W / 2 - 10)))
    riser = riser.union(strip(x0, x1, -D / 2, D / 2, 0, t + rail_h))
    # front stops
    x0, x1 = sorted((s * 70, s * 125))
    riser = riser.union(strip(x0, x1, -D / 2, -D / 2 + 9, 0, t + 18))
    # rear legs with feet, and a gusset to the platform
    x0, x1 = sorted((s * 110, s * 150))
    riser = riser.union(box(x0, x1, 96, 120, 0, zu(96) + 4))
    riser = riser.union(box(x0, x1, 84, 120, 0, 6))
    g0, g1 = sorted((s * 126, s * 134))
    riser = riser.union(cq.Workplane("YZ", origin=(g0, 0, 0))
                        .polyline([(30, zu(30) + 3), (100, zu(100) + 3), (100, 25)]).close().extrude(g1 - g0))

# cross-bar between the rear legs
riser = riser.union(box(-115, 115, 104, 114, 25, 43))

fixture = riser
