import cadquery as cq
from math import cos, sin, radians

# "+" layout, flat carbon-style bottom plane with raised bumper arcs. Centred at the origin.
zb = -14.0
R_GUARD, CX = 30.0, 60.0

# central plate: octagonal deck, stack holes and lightening slots
deck = cq.Workplane("XY", origin=(0, 0, zb)).polygon(8, 58).extrude(3.5)

def arc_pts(r, a0, a1):
    am = (a0 + a1) / 2
    f = lambda a: (CX + r * cos(radians(a)), r * sin(radians(a)))
    return f(a0), f(am), f(a1)

def make_arm():
    # tapered arm along +X
    arm = (cq.Workplane("XY", origin=(0, 0, zb))
           .polyline([(15, -9), (CX, -5), (CX, 5), (15, 9)]).close().extrude(6))
    boss = cq.Workplane("XY", origin=(CX, 0, zb)).circle(9).extrude(11)
    # bumper: 200 degree arc strip on three posts
    o0, om, o1 = arc_pts(R_GUARD, -100, 100)
    i0, im, i1 = arc_pts(R_GUARD - 3, -100, 100)
    strip = (cq.Workplane("XY", origin=(0, 0, 6)).moveTo(*o0).threePointArc(om, o1)
             .lineTo(*i1).threePointArc(im, i0).close().extrude(8))
    unit = arm.union(boss).union(strip)
    for a in (-85, 0, 85):
        x, y = CX + 28.5 * cos(radians(a)), 28.5 * sin(radians(a))
        post = cq.Workplane("XY", origin=(x, y, zb)).circle(1.5 if a else 1.5).extrude(22)
        foot = (cq.Workplane("XY").box(28.5, 4, 4, centered=(False, True, False))
                .rotate((0, 0, 0), (0, 0, 1), a).translate((CX, 0, zb)))
        pad = cq.Workplane("XY", origin=(x, y, zb)).circle(2).extrude(4)
        unit = unit.union(foot).union(pad.intersect(cq.Workplane("XY").box(2 * 90, 180, 60))).union(post)
    # motor screws + shaft hole + wire channel on the arm's top face
    unit = unit.cut(cq.Workplane("XY", origin=(CX, 0, zb - 1)).circle(2.2).extrude(30 - 14))
    unit = unit.cut(cq.Workplane("XY", origin=(CX, 0, zb - 1)).rect(8.5, 8.5, forConstruction=True)
                    .vertices().circle(0.9).extrude(14))
    unit = unit.cut(cq.Workplane("XY", origin=((22 + 50) / 2, 0, zb + 4)).slot2D(28, 4).extrude(5))
    return unit

arm = make_arm()
frame = deck
for q in range(4):
    frame = frame.union(arm.rotate((0, 0, 0), (0, 0, 1), 90 * q))

frame = frame.cut(cq.Workplane("XY", origin=(0, 0, zb - 1)).rect(16, 16, forConstruction=True)
                  .vertices().circle(1.1).extrude(10))
frame = frame.cut(cq.Workplane("XY", origin=(0, 0, zb - 1)).circle(5).extrude(10))
frame = frame.cut(cq.Workplane("XY", origin=(0, 0, zb - 1)).polarArray(20, 45, 360, 4).circle(2.5).extrude(10))
fixture = frame
