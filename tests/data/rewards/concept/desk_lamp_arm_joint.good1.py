import cadquery as cq
import math

# Pivot axes along Y, arms swing in the XZ plane. Stands on z = 0.
P1, P2, P3 = (24.0, 44.0), (126.0, 162.0), (225.0, 76.0)


def ycyl(p, r, y0, y1):
    return cq.Workplane("XZ", origin=(p[0], y0, p[1])).circle(r).extrude(-(y1 - y0))


def bar(p, q, width, y0, y1):
    """link with rounded ends between two pivot points"""
    dx, dz = q[0] - p[0], q[1] - p[1]
    length, ang = math.hypot(dx, dz), math.degrees(math.atan2(dz, dx))
    return (cq.Workplane("XZ", origin=(0, y1, 0)).center((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)
            .transformed(rotate=(0, 0, ang)).slot2D(length + width, width).extrude(y1 - y0))


def along(p, q, t):
    return (p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]))


def knob(p, y0, y1):
    """lobed friction knob"""
    k = ycyl(p, 13, y0, y1)
    for i in range(6):
        a = math.radians(60 * i)
        k = k.union(ycyl((p[0] + 12 * math.cos(a), p[1] + 12 * math.sin(a)), 4.5, y0, y1))
    return k


# lower arm: two side plates (fork); upper arm: single solid link between them
lower = bar(P1, P2, 30, 9, 17).union(bar(P1, P2, 30, -17, -9))
mid = along(P1, P2, 0.42)
lower = lower.union(ycyl(mid, 9, -10, 10))                # spacer boss
upper = bar(P2, P3, 28, -9, 9)

# lightening slots / cable pass-throughs
def cable_slot(p, q, t0, t1, w):
    return bar(along(p, q, t0), along(p, q, t1), w, -40, 40)

upper = upper.cut(cable_slot(P2, P3, 0.32, 0.58, 11))
lower = lower.cut(ycyl(along(P1, P2, 0.68), 6, -40, 40)).cut(ycyl(mid, 5, -40, 40))

# pivot bosses
bosses = ycyl(P1, 18, 17, 22).union(ycyl(P1, 18, -22, -17)).union(ycyl(P2, 18, 17, 22)).union(ycyl(P2, 18, -22, -17))

# desk foot with tongue for the lower pivot
foot = cq.Workplane("XY").box(48, 56, 10, centered=(True, True, False)).edges("|Z").fillet(8).translate((P1[0], 0, 0))
foot = foot.union(cq.Workplane("XY").box(30, 18, P1[1], centered=(True, True, False)).translate((P1[0], 0, 0)))
foot = foot.union(ycyl(P1, 15, -9, 9))
foot = foot.cut(cq.Workplane("XY").pushPoints([(P1[0], 20), (P1[0], -20)]).circle(2.5).extrude(12))

# lamp head mount: boss, neck and socket ring with bore
head = ycyl(P3, 15, -18, 18)
head = head.union(cq.Workplane("XY").box(20, 24, 42).translate((P3[0], 0, P3[1] - 22)))
ring = (cq.Workplane("XY", origin=(P3[0], 0, P3[1] - 66)).circle(35).extrude(26).faces(">Z").edges().fillet(6)
        .faces("<Z").workplane().circle(27).cutBlind(-18))
head = head.union(ring).cut(cq.Workplane("XY", origin=(P3[0], 0, 0)).circle(5).extrude(P3[1] - 20))

joint = lower.union(upper).union(bosses).union(foot).union(head)
# friction knobs on opposite sides, hinge pin holes through everything
joint = joint.union(knob(P2, 22, 40)).union(knob(P1, -40, -22)).union(knob(P3, 18, 34).intersect(ycyl(P3, 14, 10, 40)))
for p in (P1, P2, P3):
    joint = joint.cut(ycyl(p, 3, -60, 60))
fixture = joint
