# One bent-plywood shell (waterfall seat, lumbar curve, headrest in one ribbon), bent loop
# armrests, tapered splayed legs in two under-seat rails, round crossbars; one fused body.
import cadquery as cq
import math

T = 26.0
# ribbon in side view: (y, z) of its underside / rear face, from the seat's front to the head
back_pts = [(312, 392), (285, 420), (200, 428), (60, 412), (-70, 402), (-150, 436), (-186, 520),
            (-182, 640), (-205, 800), (-248, 940), (-262, 1020), (-255, 1118)]
e = cq.Edge.makeSpline([cq.Vector(y, z, 0) for y, z in back_pts])
face_pts = []
for i in range(25):
    p, t = e.positionAt(i / 24.0), e.tangentAt(i / 24.0)
    face_pts.append((p.x + t.y * T, p.y - t.x * T))
ribbon = (cq.Workplane("YZ").moveTo(*back_pts[0]).spline(back_pts[1:], includeCurrent=True)
          .lineTo(*face_pts[-1]).spline(face_pts[::-1][1:], includeCurrent=True).close()
          .extrude(320, both=True))
# front-view outline: wide seat, waisted back, headrest lobe
half = [(245, 300), (245, 520), (215, 640), (228, 780), (190, 890), (95, 935), (90, 955), (135, 990),
        (150, 1050), (120, 1105), (60, 1120)]
outline = (cq.Workplane("XZ").moveTo(*half[0]).lineTo(*half[1]).spline(half[2:], includeCurrent=True)
           .lineTo(-60, 1120).spline([(-x, z) for x, z in half[1:-1]][::-1], includeCurrent=True)
           .lineTo(-245, 300).close().extrude(500, both=True))
body = ribbon.intersect(outline)
# ventilation slots in the back
for z in (640, 690, 740):
    body = body.cut(cq.Workplane("XZ").center(0, z).slot2D(220, 18).extrude(280))

for s in (1, -1):
    # under-seat rail that takes both legs
    body = body.union(cq.Workplane("XY").box(56, 350, 46).translate((s * 172, 60, 405)))
    # armrest: closed bent loop beside the seat, bonded along the seat's edge
    o = (cq.Workplane("YZ").center(25, 535).rect(350, 274).extrude(30, both=True).edges("|X").fillet(75))
    i = (cq.Workplane("YZ").center(25, 535).rect(306, 230).extrude(40, both=True).edges("|X").fillet(54))
    body = body.union(o.cut(i).translate((s * 255, 0, 0)))


def cone(p, q, r0, r1):
    d = q - p
    return cq.Workplane(cq.Solid.makeCone(r0, r1, d.Length, p, d))


def at(p, q, z):
    f = (z - p.z) / (q.z - p.z)
    return p + (q - p) * f


legs = {}
for sx in (1, -1):
    for k, yt, yb in (("f", 195, 318), ("r", -75, -318)):
        p, q = cq.Vector(sx * 172, yt, 408), cq.Vector(sx * 297, yb, -12)
        legs[(sx, k)] = (p, q)
        body = body.union(cone(p, q, 21, 13))


def bar(p, q, r=10):
    return cq.Workplane(cq.Solid.makeCylinder(r, (q - p).Length, p, q - p))


for sx in (1, -1):                       # side crossbars, front and rear crossbars
    body = body.union(bar(at(*legs[(sx, "f")], 170), at(*legs[(sx, "r")], 170)))
for k, z in (("f", 250), ("r", 250)):
    body = body.union(bar(at(*legs[(1, k)], z), at(*legs[(-1, k)], z)))
fixture = body.cut(cq.Workplane("XY").box(2000, 2000, 100).translate((0, 0, -50)))
