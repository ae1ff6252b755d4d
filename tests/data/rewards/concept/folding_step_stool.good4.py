import cadquery as cq
from cadquery import Vector, Solid

# Tubular X-frame stool, depth along X, width along Y, centred on the origin.
Z0 = -240.0                       # floor
R = 11.0                          # tube radius


def tube(p, q, r=R):
    p, q = Vector(*p), Vector(*q)
    d = q - p
    return cq.Workplane(obj=Solid.makeCylinder(r, d.Length, p, d))


def plate(x0, x1, wy, ztop, t):
    s = cq.Workplane("XY").box(x1 - x0, wy, t).edges("|Z").fillet(18)
    s = s.edges(">Z").fillet(3)
    return s.translate(((x0 + x1) / 2, 0, ztop - t / 2))


floor_x, head_x = 199.0, 110.0
z_lo, z_hi = Z0 + R, 205.0
at = lambda z: -floor_x + (floor_x + head_x) * (z - z_lo) / (z_hi - z_lo)   # leg A centre line

parts = []
# --- crossed side frames -------------------------------------------------
for s in (1, -1):
    ya, yb = s * 128, s * 154
    parts.append(tube((-floor_x, ya, z_lo), (head_x, ya, z_hi)))
    parts.append(tube((floor_x, yb, z_lo), (-head_x, yb, z_hi)))
    # pivot bolt with boss between the tubes
    zc = z_lo + (z_hi - z_lo) * floor_x / (floor_x + head_x)
    parts.append(tube((0, s * 112, zc), (0, s * 172, zc), 7))
    parts.append(tube((0, s * 132, zc), (0, s * 150, zc), 16))
    parts.append(tube((0, s * 165, zc), (0, s * 174, zc), 13))
# floor rails
parts.append(tube((-floor_x, -150, z_lo), (-floor_x, 150, z_lo)))
parts.append(tube((floor_x, -175, z_lo), (floor_x, 175, z_lo)))

# --- top step with knuckle-type hinge barrels -----------------------------
top = plate(-150, 150, 360, 240, 26)
for k in range(7):
    top = top.cut(cq.Workplane("XY").box(8, 300, 6).translate((-108 + 36 * k, 0, 240)))
parts.append(top)
for hx in (-head_x, head_x):
    parts.append(tube((hx, -170, z_hi), (hx, 170, z_hi), 7))
    for yk in (-141, 0, 141):
        parts.append(tube((hx, yk - 29, z_hi), (hx, yk + 29, z_hi), 14))

# --- lower step on leg A, braced ------------------------------------------
z_step = -20.0
low = plate(-205, -35, 232, z_step, 20)
for k in range(4):
    low = low.cut(cq.Workplane("XY").box(8, 190, 5).translate((-175 + 33 * k, 0, z_step)))
parts.append(low)
xh = at(z_step - 14)
parts.append(tube((xh, -142, z_step - 14), (xh, 142, z_step - 14), 13))
for s in (1, -1):
    parts.append(tube((-165, s * 105, z_step - 12), (at(-130), s * 105, -130), 7))
    parts.append(tube((at(-130), s * 95, -130), (at(-130), s * 135, -130), 9))

result = parts[0]
for p in parts[1:]:
    result = result.union(p)
fixture = result
