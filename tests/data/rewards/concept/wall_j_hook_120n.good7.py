# Hook machined from aluminium plate: the curved arm tapers like a bending beam and is pocketed
# from both sides to an I section; round-cornered wall plate with four bolt holes.
import cadquery as cq
import math

TW = 24.0                                 # width of the arm along Y
WEB = 8.0
axis = [(4, 112), (34, 92), (66, 52), (100, 27), (132, 36), (149, 66), (150, 96)]
e = cq.Edge.makeSpline([cq.Vector(x, z, 0) for x, z in axis])
N = 28


def half(t):                              # half depth of the arm, root to tip
    return 27.0 * (1 - t) ** 1.5 + 9.0


def profile(t0, t1, inset):
    up, lo = [], []
    for i in range(N + 1):
        t = t0 + (t1 - t0) * i / N
        p, d = e.positionAt(t), e.tangentAt(t)
        h = half(t) - inset
        up.append((p.x - d.y * h, p.y + d.x * h))
        lo.append((p.x + d.y * h, p.y - d.x * h))
    return (cq.Workplane("XZ").moveTo(*up[0]).spline(up[1:], includeCurrent=True)
            .lineTo(*lo[-1]).spline(lo[::-1][1:], includeCurrent=True).close())


arm = profile(0, 1, 0).extrude(TW / 2, both=True)
pocket = profile(0.16, 0.80, 5.5).extrude((TW - WEB) / 2)
arm = arm.cut(pocket.translate((0, TW / 2 + 0.0, 0)))                    # XZ extrudes towards -Y
arm = arm.cut(pocket.translate((0, -WEB / 2, 0)))
# ball-nosed tip keeps the load from slipping off
tip = e.positionAt(1.0)
nose = cq.Workplane("XZ").center(tip.x, tip.y).circle(10).extrude(TW / 2, both=True)
arm = arm.union(nose)
arm = arm.intersect(cq.Workplane("XY").box(400, 400, 400, centered=(False, True, True)))

plate = cq.Workplane("XY").box(12, 90, 180, centered=(False, True, False)).edges("|X").fillet(18)
plate = plate.faces(">X").edges().chamfer(1.5)
holes = [(y, z) for y in (-30, 30) for z in (22, 158)]
plate = plate.cut(cq.Workplane("YZ").pushPoints(holes).circle(4.3).extrude(12))
plate = plate.cut(cq.Workplane("YZ").workplane(offset=7).pushPoints(holes).circle(8).extrude(8))
fixture = plate.union(arm)
