import cadquery as cq
import math

A, J, B = (-117.0, 13.0), (-10.0, 150.0), (112.0, 72.0)   # arm start, joint, lamp end (x, z)

def bar(p, q, w, y0, y1):
    dx, dz = q[0] - p[0], q[1] - p[1]
    return (cq.Workplane("XZ", origin=((p[0] + q[0]) / 2, y1, (p[1] + q[1]) / 2))
            .slot2D(math.hypot(dx, dz) + w, w, math.degrees(math.atan2(dz, dx))).extrude(y1 - y0))

def ycyl(c, r, y0, y1):
    return cq.Workplane("XZ", origin=(c[0], y1, c[1])).circle(r).extrude(y1 - y0)

def bore(p, q, r, y):
    d = cq.Vector(q[0] - p[0], 0, q[1] - p[1])
    return cq.Workplane(cq.Solid.makeCylinder(r, d.Length, cq.Vector(p[0], y, p[1]), d))

# two arms side by side, each ending in one half of the pivot boss
lower = bar(A, J, 26, -22, 0).union(ycyl(J, 30, -24, 0))
upper = bar(J, B, 26, 0, 22).union(ycyl(J, 30, 0, 22))
body = lower.union(upper)

# lamp mount: vertical socket at the end of the upper arm
mount = cq.Workplane("XY", origin=(B[0], 11, 48)).circle(18).extrude(48)
body = body.union(mount)

# friction knob with grip flutes, washer and pin head on the other side
knob = ycyl(J, 23, 26, 46)
for i in range(10):
    a = math.radians(36 * i)
    knob = knob.cut(ycyl((J[0] + 24 * math.cos(a), J[1] + 24 * math.sin(a)), 4, 25, 47))
body = body.union(ycyl(J, 16, 20, 28)).union(knob).union(ycyl(J, 14, -34, -23))

# hinge pin hole through the whole joint
body = body.cut(ycyl(J, 4, -60, 60))

# cable pass along both arms, linked beside the pin
body = body.cut(bore((-140, A[1] - 29.4), (J[0] - 12, J[1] - 15.4), 4.5, -11))
body = body.cut(bore((J[0] + 15, J[1] - 9.6), B, 4.5, 11))
body = body.cut(ycyl((J[0] - 13, J[1] - 16), 4, -11, 11)).cut(bar((J[0] - 13, J[1] - 16), (J[0] + 17, J[1] - 11), 8, 7, 15))
# lamp socket bore with a set-screw hole
body = body.cut(cq.Workplane("XY", origin=(B[0], 11, 40)).circle(9).extrude(70))
body = body.cut(ycyl((B[0], 58), 2.5, 10, 40))

fixture = body
