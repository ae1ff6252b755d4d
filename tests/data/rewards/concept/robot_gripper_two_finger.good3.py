import cadquery as cq
import math

# Parallel two-finger gripper, fingers along +X, opening along Y, centred at the origin.
PALM_X0, PALM_X1 = -80.0, -42.0
PALM_W, PALM_H = 120.0, 60.0
CORE_T = 20.0              # thickness of tongue and finger roots
LINK_T, LINK_W = 7.0, 12.0
PIN_D, BOSS_D = 6.0, 16.0
P = [(-24.0, 12.0), (-24.0, 36.0)]      # palm pivots (upper side)
F = [(18.0, 27.0), (18.0, 51.0)]        # finger pivots


def link(p, q):
    L = math.dist(p, q)
    a = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    return (cq.Workplane("XY").slot2D(L + LINK_W, LINK_W).extrude(LINK_T)
            .rotate((0, 0, 0), (0, 0, 1), a)
            .translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, 0)))


def post(pt, d, h):
    return cq.Workplane("XY", origin=(pt[0], pt[1], -h / 2)).circle(d / 2).extrude(h)


# palm block with rear mounting pattern and actuator bore
palm = (cq.Workplane("XY").box(PALM_X1 - PALM_X0, PALM_W, PALM_H)
        .translate(((PALM_X0 + PALM_X1) / 2, 0, 0)).edges("|X").fillet(6))
palm = (palm.faces("<X").workplane(centerOption="CenterOfBoundBox")
        .rect(90, 40, forConstruction=True).vertices().cboreHole(6.6, 11, 8))
palm = palm.faces("<X").workplane(centerOption="CenterOfBoundBox").hole(16, 25)
# tongue carrying the fixed pivots
tongue = (cq.Workplane("XY").box(34, 92, CORE_T).edges("|Z and >X").fillet(8)
          .translate((PALM_X1 - 2 + 14, 0, 0)))
body = palm.union(tongue)


def half():
    # finger: root plate across both pivots, then a straight bar
    root = cq.Workplane("XY").box(20, 40, CORE_T).edges("|Z").fillet(6).translate((18, 39, 0))
    bar = (cq.Workplane("XY", origin=(0, 0, -CORE_T / 2))
           .polyline([(18, 34), (80, 34), (80, 44), (30, 56), (18, 56)]).close().extrude(CORE_T))
    pad = cq.Workplane("XY").box(32, 10, 28).translate((64, 30, 0))
    for i in range(5):       # grip serrations
        pad = pad.cut(cq.Workplane("XY").box(2.5, 3, 40).translate((52 + 6 * i, 25, 0)))
    h = root.union(bar).union(pad)
    # links above and below, pivot bosses and pins
    for p, q in zip(P, F):
        h = h.union(link(p, q).translate((0, 0, CORE_T / 2)))
        h = h.union(link(p, q).translate((0, 0, -CORE_T / 2 - LINK_T)))
        for pt in (p, q):
            h = h.union(post(pt, BOSS_D, CORE_T + 2 * LINK_T + 4))
            h = h.union(post(pt, PIN_D, CORE_T + 2 * LINK_T + 12))
    return h


upper = half()
body = body.union(upper).union(upper.mirror("XZ"))
fixture = body
