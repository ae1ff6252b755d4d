import cadquery as cq
import math

W, D, H = 420.0, 360.0, 480.0
STEP_T = 26.0
LEG_W, LEG_T = 32.0, 14.0          # in-plane width, thickness in X
PIVOT_D = 18.0
LOW_Z = 235.0
GROOVE_W, GROOVE_D, GROOVE_P = 6.0, 2.5, 18.0


def strut(p, q, x):
    """Flat leg between two (y, z) points, centred at x."""
    dy, dz = q[0] - p[0], q[1] - p[1]
    L = math.hypot(dy, dz)
    ang = math.degrees(math.atan2(dz, dy))
    leg = cq.Workplane("YZ").slot2D(L + LEG_W, LEG_W).extrude(LEG_T / 2, both=True)
    return leg.rotate((0, 0, 0), (1, 0, 0), ang).translate((x, (p[0] + q[0]) / 2, (p[1] + q[1]) / 2))


def bar_x(y, z, d, x0, x1):
    return cq.Workplane("YZ").center(y, z).circle(d / 2).extrude(x1 - x0).translate((x0, 0, 0))


def step(w, d, y, ztop):
    s = cq.Workplane("XY").box(w, d, STEP_T).edges("|Z").fillet(10).faces(">Z").edges().fillet(3)
    n = int((d - 30) // GROOVE_P)
    pts = [(0, (i - (n - 1) / 2) * GROOVE_P) for i in range(n)]
    g = cq.Workplane("XY").workplane(offset=STEP_T / 2 - GROOVE_D).pushPoints(pts).rect(w - 40, GROOVE_W).extrude(10)
    return s.cut(g).translate((0, y, ztop - STEP_T / 2))


xo = W / 2 - LEG_T / 2              # outer frame
xi = xo - LEG_T - 1.0               # inner frame
r = LEG_W / 2
yf, yb = -D / 2 + r, D / 2 - r
z_top = H - STEP_T - 8

# top step sits at the rear, lower step in front
A0, A1 = (yf, r), (95, z_top)       # outer leg: front foot up to the rear of the top step
B0, B1 = (yb, r), (-60, z_top)      # inner leg: rear foot up to the front of the top step
body = step(W - 4, 200, 20, H)


# crossing point of the legs
def cross(p, q, s, t):
    d1 = (q[0] - p[0], q[1] - p[1]); d2 = (t[0] - s[0], t[1] - s[1])
    den = d1[0] * d2[1] - d1[1] * d2[0]
    u = ((s[0] - p[0]) * d2[1] - (s[1] - p[1]) * d2[0]) / den
    return p[0] + u * d1[0], p[1] + u * d1[1]


cy, cz = cross(A0, A1, B0, B1)
for s in (-1, 1):
    body = body.union(strut(A0, A1, s * xo)).union(strut(B0, B1, s * xi))
    # visible pivot: pin with a cap on each side of the crossing
    a, b = sorted((s * (xi - 18), s * (W / 2)))
    body = body.union(bar_x(cy, cz, PIVOT_D, a, b))
    a, b = sorted((s * (xi - 14), s * (xi - 6)))
    body = body.union(bar_x(cy, cz, 30, a, b))

# hinge barrels under the top step, along X, with knuckle steps
for y in (A1[0], B1[0]):
    body = body.union(bar_x(y, z_top, 16, -W / 2 + 1, W / 2 - 1))
    for x in (-120, -40, 40, 120):
        body = body.union(bar_x(y, z_top, 24, x - 22, x + 22))

# lower step carried on the front (outer) legs by a bracket and a barrel
t = (LOW_Z - STEP_T / 2 - A0[1]) / (A1[1] - A0[1])
ly = A0[0] + t * (A1[0] - A0[0])
step_d = 140
y_low = -D / 2 + step_d / 2
body = body.union(step(W - 2 * LEG_T, step_d, y_low, LOW_Z).intersect(cq.Workplane("XY").box(W, D, 2 * H)))
for s in (-1, 1):
    plate = cq.Workplane("XY").box(8, step_d - 20, 44).edges("|X").fillet(8).translate((s * (xo - LEG_T / 2 - 3), y_low + 5, LOW_Z - 26))
    body = body.union(plate)
body = body.union(bar_x(ly, LOW_Z - STEP_T, 18, -xo, xo))
# floor spreaders
body = body.union(bar_x(A0[0] + 20, r + 30, 16, -xo, xo)).union(bar_x(B0[0] - 20, r + 34, 16, -xi, xi))
fixture = body
