# Bent strip in an L (wall plate and arm from one piece with a bend radius) and a diagonal
# rib folded as a U channel, welded in between, open side down.
import cadquery as cq
import math

L, W, H, T = 220.0, 60.0, 180.0, 5.0
RBEND = 9.0

ell = (cq.Workplane("XZ").polyline([(0, 0), (T, 0), (T, H - T), (L, H - T), (L, H), (0, H)]).close()
       .extrude(W / 2, both=True))
ell = ell.edges(cq.selectors.BoxSelector((T - .1, -W, H - T - .1), (T + .1, W, H - T + .1))).fillet(RBEND)
ell = ell.edges(cq.selectors.BoxSelector((-.1, -W, H - .1), (.1, W, H + .1))).fillet(RBEND + T)
# arm tapers towards its tip, wall plate is rounded below
plan = cq.Workplane("XY").polyline([(-1, W / 2), (40, W / 2), (L, 20), (L, -20), (40, -W / 2), (-1, -W / 2)]).close().extrude(H + 1)
ell = ell.intersect(plan)
ell = ell.edges("|Z and >X").fillet(10)
ell = ell.edges("|X and <Z").fillet(16)

# diagonal channel: upper line from low on the plate to near the arm's tip
a, b = (T - 1, 46.0), (188.0, H - T + 1)
d = math.hypot(b[0] - a[0], b[1] - a[1])
ux, uz = (b[0] - a[0]) / d, (b[1] - a[1]) / d
nx, nz = uz, -ux                          # away from the corner, down and outwards
D = 20.0


def band(h0, h1, w):
    p = [(a[0] - 60 * ux, a[1] - 60 * uz), (b[0] + 60 * ux, b[1] + 60 * uz)]
    pts = [(p[0][0] + nx * h0, p[0][1] + nz * h0), (p[1][0] + nx * h0, p[1][1] + nz * h0),
           (p[1][0] + nx * h1, p[1][1] + nz * h1), (p[0][0] + nx * h1, p[0][1] + nz * h1)]
    return cq.Workplane("XZ").polyline(pts).close().extrude(w / 2, both=True)


rib = band(0, D, 34).edges("|Y").edges(cq.selectors.BoxSelector((-500, -500, -500), (500, 500, 500))).fillet(1)
rib = rib.cut(band(3.5, D + 5, 27))
# three lightening holes through the channel's web
mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
for t in (-55, 0, 55):
    c = cq.Vector(mid[0] + t * ux - 10 * nx, 0, mid[1] + t * uz - 10 * nz)
    rib = rib.cut(cq.Workplane(cq.Solid.makeCylinder(7, 20, c, cq.Vector(nx, 0, nz))))
inside = cq.Workplane("XZ").polyline([(T - 1, 0), (T - 1, H - T + 1), (L, H - T + 1), (L, 0)]).close().extrude(W, both=True)
body = ell.union(rib.intersect(inside))

for z in (14, 142):                       # wall screws on the centre line
    body = body.cut(cq.Workplane("YZ").center(0, z).circle(3.3).extrude(T + 1))
body = body.cut(cq.Workplane("XY").workplane(offset=H - T).pushPoints([(60, 0), (205, 0)]).circle(2.3).extrude(T))
fixture = body
