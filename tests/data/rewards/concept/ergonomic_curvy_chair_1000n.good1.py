import cadquery as cq
import math

# Ergonomic chair, sitter faces -Y, floor at z = 0, X symmetric
W, D, H = 620.0, 650.0, 1120.0
SEAT_Z = 455.0
LEG_R, BAR_R, ARM_R = 20.0, 13.0, 16.0
TILT = 8.0


def rod(p, q, r):
    p, q = cq.Vector(*p), cq.Vector(*q)
    d = q - p
    return cq.Workplane(cq.Solid.makeCylinder(r, d.Length, p, d))


def lerp(p, q, t):
    return tuple(a + (b - a) * t for a, b in zip(p, q))


def shell(w, z0, z1, r_in, r_out, corner):
    """Curved panel wrapping round the sitter (arc in plan), rounded in front view."""
    cy = 190.0 - r_in
    ring = cq.Workplane("XY", origin=(0, cy, z0)).circle(r_out).circle(r_in).extrude(z1 - z0)
    window = (cq.Workplane("XZ", origin=(0, 400, 0)).center(0, (z0 + z1) / 2)
              .rect(w, z1 - z0).extrude(360).edges("|Y").fillet(corner))
    return ring.intersect(window)


# --- seat: waterfall front, dished, rounded plan ---
top = [(-265, SEAT_Z - 25), (-225, SEAT_Z), (-100, SEAT_Z - 2), (80, SEAT_Z - 12), (225, SEAT_Z + 4)]
seat = (cq.Workplane("YZ").moveTo(*top[0]).spline(top[1:], includeCurrent=True)
        .lineTo(225, SEAT_Z - 44).lineTo(-265, SEAT_Z - 60).close().extrude(250, both=True))
seat = seat.intersect(cq.Workplane("XY", origin=(0, -20, 300)).rect(500, 490).extrude(300).edges("|Z").fillet(70))
dish = cq.Workplane("XZ", origin=(0, 400, 0)).center(0, SEAT_Z - 16 + 1400).circle(1400).extrude(800)
seat = seat.cut(dish)

# --- legs, splayed ---
feet, tops = [], []
for sx in (-1, 1):
    for sy in (-1, 1):
        feet.append((sx * (W / 2 - LEG_R), sy * (D / 2 - LEG_R), -8))
        tops.append((sx * 190, sy * 190 - 10, SEAT_Z - 48))
parts = [seat]
for f, t in zip(feet, tops):
    parts.append(rod(f, t, LEG_R))

# --- crossbars: front, rear, both sides ---
mid = [lerp(f, t, 0.42) for f, t in zip(feet, tops)]   # 0:-x-y 1:-x+y 2:+x-y 3:+x+y
for i, j in ((0, 2), (1, 3), (0, 1), (2, 3)):
    parts.append(rod(mid[i], mid[j], BAR_R))

# --- backrest and headrest, curved in plan, reclined together ---
back = shell(440, 480, 930, 480, 506, 80)
head = shell(270, 980, 1125.2, 300, 340, 55)
uprights = rod((-130, 205, 435), (-70, 218, 1040), 16).union(rod((130, 205, 435), (70, 218, 1040), 16))
upper = back.union(uprights).union(head)
upper = upper.rotate((0, 190, 440), (1, 190, 440), -TILT)
parts.append(upper)

# --- armrests: one bent tube each side with a pad ---
for s in (-1, 1):
    pts = [(s * 225, -120, 432), (s * 275, -140, 520), (s * 282, -120, 640), (s * 280, 20, 668), (s * 205, 205, 650)]
    path = cq.Edge.makeSpline([cq.Vector(*p) for p in pts])
    tube = (cq.Workplane(cq.Plane(origin=pts[0], normal=path.tangentAt(0).toTuple()))
            .circle(ARM_R).sweep(cq.Workplane(cq.Wire.assembleEdges([path]))))
    pad = (cq.Workplane("XY").box(56, 250, 30).edges("|Z").fillet(24).edges("|X or >Z").fillet(6)
           .translate((s * 281, -10, 672)))
    parts += [tube, pad]

# one fuse for everything
solids = [p.val() for p in parts]
chair = cq.Workplane(solids[0].fuse(*solids[1:]))

# flatten the feet on the floor
fixture = chair.intersect(cq.Workplane("XY").box(W, D, H + 40, centered=(True, True, False)))
