import cadquery as cq

# One side frame as a plate with its windows cut out by bars' outlines, doubled; then plate, boss and rods.
W, H = (0, 112), (237, 112)


def strip(p, q):
    dx, dz = q[0] - p[0], q[1] - p[1]
    n = (dx * dx + dz * dz) ** 0.5
    ox, oz = -5 * dz / n, 5 * dx / n
    corners = [(p[0] + ox, p[1] + oz), (q[0] + ox, q[1] + oz), (q[0] - ox, q[1] - oz), (p[0] - ox, p[1] - oz)]
    return cq.Workplane("XZ").polyline(corners).close().extrude(12)


b1, b2, t1, t2 = (79, 12 + 100 / 3), (158, 12 + 200 / 3), (79, 112), (158, 112)
frame = strip(W, H)
for a, b in (((0, 12), H), (t1, b1), (t2, b2), (W, b1), (t1, b2)):
    frame = frame.union(strip(a, b))
result = frame.union(frame.translate((0, -68, 0)))
for x, z, r in ((79, 112, 4), (158, 112, 4), (*b1, 4), (*b2, 4), (237, 112, 18)):
    result = result.union(cq.Workplane("XZ").center(x, z).circle(r).extrude(80))
wall = cq.Workplane("XY").box(10, 80, 130, centered=(True, False, False)).translate((0, -80, 0))
for z in (30, 95):
    wall = wall.cut(cq.Workplane("YZ", origin=(-10, -40, z)).circle(5.5).extrude(20))
result = result.union(wall).cut(cq.Workplane("XZ").center(237, 112).circle(7).extrude(80))
