import cadquery as cq
import math

def bar(p, q, w, x0, x1):            # member in the YZ plane, x0..x1
    dy, dz = q[0] - p[0], q[1] - p[1]
    return (cq.Workplane("YZ", origin=(x0, (p[0] + q[0]) / 2, (p[1] + q[1]) / 2))
            .slot2D(math.hypot(dy, dz) + w, w, math.degrees(math.atan2(dz, dy))).extrude(x1 - x0))

def xcyl(r, x0, x1, y, z):
    return cq.Workplane("YZ", origin=(x0, y, z)).circle(r).extrude(x1 - x0)

def step(y0, y1, z0, z1, half):
    s = (cq.Workplane("XY").box(2 * half, y1 - y0, z1 - z0)
         .edges("|Z").fillet(12).translate((0, (y0 + y1) / 2, (z0 + z1) / 2)))
    n = int((y1 - y0 - 20) // 18)
    for i in range(n):               # anti-slip grooves
        y = (y0 + y1) / 2 + (i - (n - 1) / 2) * 18
        s = s.cut(cq.Workplane("XY").box(2 * half - 50, 5, 6).translate((0, y, z1)))
    return s

lw = 28.0
Af, At = (-166.0, 14.0), (110.0, 450.0)      # outer leg: front foot to rear top
Bf, Bt = (166.0, 14.0), (-110.0, 450.0)      # inner leg: rear foot to front top
stool = step(-140, 140, 456, 480, 210)
stool = stool.union(step(-172, -30, 210, 232, 192))

pz = 14 + 436 * 166 / 276.0                  # crossing height
for s in (-1, 1):
    o = sorted((s * 189, s * 207))
    i = sorted((s * 168, s * 186))
    stool = stool.union(bar(Af, At, lw, *o)).union(bar(Bf, Bt, lw, *i))
    # pivot joining the crossing legs, with washers on both sides
    stool = stool.union(xcyl(9, min(s * 163, s * 210), max(s * 163, s * 210), 0, pz))
    stool = stool.union(xcyl(18, *sorted((s * 185, s * 190)), 0, pz))
    stool = stool.union(xcyl(13, *sorted((s * 206, s * 210)), 0, pz))
    # strut under the lower step
    stool = stool.union(bar((-155, 214), (-130, 72), 20, *o))

# hinge barrels under the top step and tie rods between the frames
for y in (-110, 110):
    stool = stool.union(xcyl(14, -207, 207, y, 450).cut(xcyl(5, -220, 220, y, 450)))
stool = stool.union(xcyl(9, -200, 200, *Af)).union(xcyl(9, -180, 180, *Bf))

fixture = stool
