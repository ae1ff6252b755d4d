import cadquery as cq

# Gripper seen from above: palm at -Y, fingers reach towards +Y, jaws open along X. Centred on the origin.
palm_x, palm_y, palm_z = 84, 42, 46
finger_z, link_t = 18, 7
z_bot = -30


def block(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))


def bar(p, q, z0, w=13, t=link_t):
    v = cq.Vector(q[0] - p[0], q[1] - p[1], 0)
    plane = cq.Plane(origin=(p[0], p[1], z0), xDir=v.toTuple(), normal=(0, 0, 1))
    b = cq.Workplane(plane).center(v.Length / 2, 0).rect(v.Length, w).extrude(t)
    for c in (p, q):
        b = b.union(cq.Workplane("XY", origin=(c[0], c[1], z0)).circle(w / 2).extrude(t))
    return b


def cyl(p, r, z0, z1):
    return cq.Workplane("XY", origin=(p[0], p[1], z0)).circle(r).extrude(z1 - z0)


# palm block, with a lighter pocket in its back for the actuator
palm = block(-palm_x / 2, palm_x / 2, -60, -60 + palm_y, z_bot, z_bot + palm_z).edges("|Z").fillet(6)
palm = palm.cut(cq.Workplane("XZ", origin=(0, -60, z_bot + palm_z / 2)).rect(30, 20).extrude(-25))

z_link = z_bot + palm_z            # links lie on the palm and over the fingers
P_in, P_out = (15, -28), (33, -46)
F_in, F_out = (54, 6), (72, -12)

half = bar(P_in, F_in, z_link).union(bar(P_out, F_out, z_link))
# finger base carries both pivots, then runs straight along Y
base = (
    cq.Workplane("XY", origin=(0, 0, z_link - finger_z))
    .polyline([(46, -4), (62, -22), (80, -22), (80, 20), (66, 30), (66, 60), (52, 60), (52, 20), (46, 14)]).close()
    .extrude(finger_z)
)
pad = block(45, 53, 36, 60, z_link - 28, z_link + 8).edges("<X and |Y").chamfer(2)
half = half.union(base).union(pad)
for p in (P_in, P_out, F_in, F_out):
    half = half.union(cyl(p, 8, z_link - 1, 30))
    half = half.union(cyl(p, 6.5, z_link, 30))

body = palm.union(half).union(half.mirror("YZ"))
for p in (P_in, P_out, F_in, F_out):
    for s in (1, -1):
        body = body.cut(cyl((s * p[0], p[1]), 2.5, z_bot + 10, 31))

# robot-flange holes in the back face of the palm
for x in (-32, 32):
    for z in (-13, 13):
        body = body.cut(cq.Workplane("XZ", origin=(x, -61, z_bot + palm_z / 2 + z)).circle(2.75).extrude(-22))
fixture = body
