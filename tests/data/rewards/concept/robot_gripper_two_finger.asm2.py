import cadquery as cq
import math

# Gripper as an assembly: palm, 2 fingers, 2 pads, 8 link bars, 8 pins. Fingers along +X.
g = cq.Assembly(name="gripper")
PALM_PIV = [(-30, 14), (-30, 40)]
FING_PIV = [(15, 24), (15, 50)]
D = 8


def pins(pts, d=D, h=100):
    return cq.Workplane("XY", origin=(0, 0, -h / 2)).pushPoints(pts).circle(d / 2).extrude(h)


def flip(w):
    return w.mirror("XZ")


both = [(x, s * y) for x, y in PALM_PIV for s in (1, -1)]
palm = (cq.Workplane("XY").box(40, 120, 60).translate((-60, 0, 0))
        .union(cq.Workplane("XY").box(30, 104, 24).translate((-31, 0, 0)))
        .cut(pins(both)))
palm = (palm.faces("<X").workplane(centerOption="CenterOfBoundBox")
        .rarray(80, 40, 2, 2).hole(7, 40))

finger = (cq.Workplane("XY", origin=(0, 0, -12))
          .polyline([(5, 14), (25, 14), (25, 40), (80, 40), (80, 50), (30, 60), (5, 60)]).close()
          .extrude(24).cut(pins(FING_PIV)))
pad = cq.Workplane("XY").box(35, 8, 30).translate((62.5, 36, 0))
pad = pad.cut(cq.Workplane("XY").pushPoints([(50 + 6 * i, 32) for i in range(5)]).rect(2, 3).extrude(20, both=True))

g.add(palm, name="palm", color=cq.Color("gray"))
for side, f in (("a", lambda w: w), ("b", flip)):
    g.add(f(finger), name="finger_" + side, color=cq.Color("steelblue"))
    g.add(f(pad), name="pad_" + side, color=cq.Color("black"))
    for n, (p, q) in enumerate(zip(PALM_PIV, FING_PIV)):
        L = math.dist(p, q)
        a = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
        bar = (cq.Workplane("XY").slot2D(L + 16, 16).extrude(6).rotate((0, 0, 0), (0, 0, 1), a)
               .translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, 12)).cut(pins([p, q])))
        g.add(f(bar), name=f"bar_{side}{n}_top", color=cq.Color("orange"))
        g.add(f(bar.translate((0, 0, -30))), name=f"bar_{side}{n}_bot", color=cq.Color("orange"))
        for m, c in enumerate((p, q)):
            pin = pins([c], D, 44).union(pins([c], 13, 4).translate((0, 0, 20))).union(pins([c], 13, 4).translate((0, 0, -20)))
            g.add(f(pin), name=f"pin_{side}{n}{m}", color=cq.Color("gray30"))
fixture = g
