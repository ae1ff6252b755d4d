import cadquery as cq
import math

L, W, H = 160, 120, 60
PALM_L = 50
palm = (
    cq.Workplane("XY").box(PALM_L, 84, H, centered=(False, True, True)).edges("|X").chamfer(5)
    .cut(cq.Workplane("XY").box(32, 90, 34, centered=(False, True, True)).translate((22, 0, 0)))
)
palm = palm.faces("<X").workplane(centerOption="CenterOfBoundBox").rect(60, 44, forConstruction=True).vertices().hole(6, 18)

palm_pivots = [(36, 12), (36, 32)]
shift = (40, 20)
finger_pivots = [(x + shift[0], y + shift[1]) for x, y in palm_pivots]


def link(p, q, z0, t):
    d = math.hypot(q[0] - p[0], q[1] - p[1])
    a = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
    return (
        cq.Workplane("XY").slot2D(d + 13, 13).extrude(t)
        .faces(">Z").workplane().pushPoints([(-d / 2, 0), (d / 2, 0)]).hole(6)
        .rotate((0, 0, 0), (0, 0, 1), a).translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, z0))
    )


finger = (
    cq.Workplane("XY", origin=(0, 0, -10))
    .polyline([(68, 24), (84, 24), (92, 34), (L, 34), (L, 46), (110, 50), (92, 60), (68, 60)]).close().extrude(20)
    .faces(">Z").workplane(origin=(0, 0, 0)).pushPoints(finger_pivots).hole(6)
)
pad = cq.Workplane("XY").box(34, 6, 30).translate((L - 17, 31, 0))


def pin(p, z):
    return cq.Workplane("XY", origin=(p[0], p[1], -z)).circle(3).extrude(2 * z)


fixture = cq.Assembly(name="gripper")
fixture.add(palm, name="palm", color=cq.Color("gray"))
for tag, m in (("L", False), ("R", True)):
    def put(shape, name, color):
        fixture.add(shape.mirror("XZ") if m else shape, name=f"{name}_{tag}", color=cq.Color(color))

    put(finger, "finger", "steelblue")
    put(pad, "pad", "black")
    for i, (p, q) in enumerate(zip(palm_pivots, finger_pivots)):
        put(link(p, q, 10, 7), f"link_top{i}", "orange")
        put(link(p, q, -17, 7), f"link_bot{i}", "orange")
        put(pin(p, 17), f"palm_pin{i}", "white")
        put(pin(q, 19), f"finger_pin{i}", "white")
        spacer = cq.Workplane("XY", origin=(p[0], p[1], -10)).circle(7).circle(3).extrude(20)
        put(spacer, f"pivot_boss{i}", "gray")
