import cadquery as cq

# Folding step stool. X = width, Y = depth (front is -Y), Z up, floor at z = 0.
W, D, H = 420.0, 360.0, 480.0
STEP_T = 22.0
LEG_W, LEG_T = 30.0, 14.0
TOP_D = 260.0
X_IN, X_OUT = 165.0, 181.0      # inner faces of the inner / outer leg layers
FOOT_Y, HEAD_Y = 165.0, 100.0   # leg centre lines at floor and at top
Z_HEAD = 452.0
Z_LOW = 205.0                   # underside of lower step


def leg(y_floor, y_head, x0):
    """Flat bar leaning in the YZ plane, ends cut horizontal."""
    h = LEG_W / 2
    pts = [(y_floor - h, 0), (y_floor + h, 0), (y_head + h, Z_HEAD), (y_head - h, Z_HEAD)]
    return cq.Workplane("YZ").workplane(offset=x0).polyline(pts).close().extrude(LEG_T)


def rod(y, z, d, length):
    return (cq.Workplane("YZ").workplane(offset=-length / 2).center(y, z)
            .circle(d / 2).extrude(length))


def tread(width, depth, y_mid, z0, n):
    s = (cq.Workplane("XY").box(width, depth, STEP_T, centered=(True, True, False))
         .edges("|Z").fillet(15))
    pitch = (depth - 40) / (n - 1)
    for i in range(n):   # anti-slip grooves
        g = cq.Workplane("XY").box(width - 50, 5, 3, centered=(True, True, False))
        s = s.cut(g.translate((0, -depth / 2 + 20 + i * pitch, STEP_T - 3)))
    return s.translate((0, y_mid, z0))


def y_on(y_floor, y_head, z):
    return y_floor + (y_head - y_floor) * z / Z_HEAD


# crossed side frames: rear-leaning leg inside, front-leaning leg outside
body = None
for side in (1, -1):
    a_x = X_IN if side > 0 else -X_IN - LEG_T
    b_x = X_OUT if side > 0 else -X_OUT - LEG_T
    pair = leg(-FOOT_Y, HEAD_Y, a_x).union(leg(FOOT_Y, -HEAD_Y, b_x))
    body = pair if body is None else body.union(pair)

# crossing pivot, through both layers, with head washers
z_cross = Z_HEAD * FOOT_Y / (FOOT_Y + HEAD_Y)
body = body.union(rod(0, z_cross, 16, 404))
for sx in (1, -1):
    body = body.union(rod(0, z_cross, 30, 4).translate((sx * 197, 0, 0)))
    body = body.union(rod(0, z_cross, 30, 4).translate((sx * 180, 0, 0)))

# top step on two hinge barrels
body = body.union(tread(W, TOP_D, 0, H - STEP_T, 8))
for y in (-HEAD_Y, HEAD_Y):
    body = body.union(rod(y, 448, 24, 400))

# lower step hung in the inner legs, in front of the crossing
y_low = y_on(-FOOT_Y, HEAD_Y, Z_LOW + 8)
body = body.union(tread(2 * X_IN + 2, 165, -97, Z_LOW, 5))
body = body.union(rod(y_low, Z_LOW + 6, 20, 380))

# floor spreaders
for y, l in ((-FOOT_Y + 8, 350), (FOOT_Y - 8, 380)):
    body = body.union(rod(y, 14, 16, l))

fixture = body
