import cadquery as cq
import math

# Lap-jointed tubular arms, centred at the origin. Elbow on the left, lamp head mount top right.
S = (60, -62)      # shoulder pivot
E = (-106, -20)    # elbow pivot
H = (96, 62)       # head pivot

def disc(p, r, y0, y1):
    return cq.Workplane("XZ", origin=(p[0], y1, p[1])).circle(r).extrude(y1 - y0)

def tube_arm(p, q, y, r_out):
    a, b = cq.Vector(p[0], y, p[1]), cq.Vector(q[0], y, q[1])
    d = b - a
    return cq.Workplane(obj=cq.Solid.makeCylinder(r_out, d.Length, a, d))

def bore(p, q, y, r, t0, t1):
    a, b = cq.Vector(p[0], y, p[1]), cq.Vector(q[0], y, q[1])
    d = b - a
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, d.Length * (t1 - t0), a + d * t0, d))

Y1, Y2 = -12, 12   # the two arms lie side by side

arm1 = tube_arm(S, E, Y1, 10).union(disc(S, 24, Y1 - 12, Y1 + 12)).union(disc(E, 24, Y1 - 12, Y1 + 12))
arm2 = tube_arm(E, H, Y2, 10).union(disc(E, 24, Y2 - 12, Y2 + 12)).union(disc(H, 20, Y2 - 12, Y2 + 12))
# cable run: axial bore opening at side ports
arm1 = arm1.cut(bore(S, E, Y1, 5, 0.2, 0.8))
arm2 = arm2.cut(bore(E, H, Y2, 5, 0.2, 0.85))
for p, q, y, t, s in ((S, E, Y1, 0.24, -1), (S, E, Y1, 0.76, -1), (E, H, Y2, 0.22, 1), (E, H, Y2, 0.82, 1)):
    c = (p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]))
    port = disc(c, 4, min(y, y + s * 20), max(y, y + s * 20))
    if y == Y1:
        arm1 = arm1.cut(port)
    else:
        arm2 = arm2.cut(port)

# shoulder stub and clamp post
post = disc(S, 24, 0, 18).union(cq.Workplane("XY", origin=(S[0], 9, -90)).rect(36, 18).extrude(28))
flange = cq.Workplane("XY", origin=(S[0], 0, -90)).rect(70, 60).extrude(8).edges("|Z").fillet(8)
flange = flange.cut(cq.Workplane("XY", origin=(S[0], 0, -90)).rarray(50, 44, 2, 2).circle(2.5).extrude(10))

# friction knobs: fluted discs with a stem
def knob(p, y0, y1, r=15):
    k = disc(p, r, y0, y1)
    for i in range(10):
        a = 2 * math.pi * i / 10
        k = k.cut(disc((p[0] + r * math.cos(a), p[1] + r * math.sin(a)), 2.2, y0 - 1, y1 + 1))
    return k

knobs = knob(E, 28, 40).union(disc(E, 9, 23, 29)).union(knob(S, -40, -28)).union(disc(S, 9, -29, -23))
knobs = knobs.union(knob(H, -16, -6, 12)).union(disc(H, 7, -8, 1))

# small lamp head mount: fork arm, neck and screw plate looking to +X
neck = cq.Workplane("XY").box(28, 20, 16).translate((H[0] + 18, 12, H[1]))
face = (cq.Workplane("YZ", origin=(124, 12, H[1])).circle(28).extrude(6)
        .faces(">X").workplane().polarArray(20, 0, 360, 3).hole(4))

fixture = arm1.union(arm2).union(post).union(flange).union(knobs).union(neck).union(face)
for p in (S, E, H):
    fixture = fixture.cut(disc(p, 3.2, -60, 60))          # hinge pin holes
fixture = fixture.cut(cq.Workplane("YZ", origin=(100, 12, H[1])).circle(4).extrude(60))
