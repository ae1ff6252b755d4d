# Lamp-arm elbow as an assembly: two hollow tubes (cable inside) in turned knuckles, fork and
# tongue at the pivot boss, hollow hinge pin, star knob for friction, flanged lamp mount.
import cadquery as cq
import math

P = cq.Vector(-22, 0, 158)               # pivot
A = cq.Vector(-112, 0, 10)               # foot of the lower arm
B = cq.Vector(118, 0, 68)                # lamp end of the upper arm
RO, RI, RB = 11.0, 8.0, 22.0


def cyl(r, p, q):
    d = q - p
    return cq.Workplane(cq.Solid.makeCylinder(r, d.Length, p, d))


def ycyl(r, y0, y1):
    return cyl(r, cq.Vector(P.x, y0, P.z), cq.Vector(P.x, y1, P.z))


def along(p, q, s):                      # point at distance s from p towards q
    return p + (q - p).normalized() * s


# fork with two cheeks on the lower arm, tongue on the upper arm
sock_lo = cyl(15, along(P, A, 24), along(P, A, 58))
neck_lo = cyl(15, P, along(P, A, 30)).intersect(cq.Workplane("XY").box(400, 40, 400))
fork = ycyl(RB, -20, 20).union(neck_lo).union(sock_lo)
gap = ycyl(RB + 3, -8, 8)
gap = gap.union(cyl(17, P, along(P, B, 60)).intersect(cq.Workplane("XY").box(400, 16, 600)))
fork = fork.cut(gap)
tongue = ycyl(RB, -8, 8).union(
    cyl(14, P, along(P, B, 40)).intersect(cq.Workplane("XY").box(600, 16, 600)))
tongue = tongue.union(cyl(14, along(P, B, 28), along(P, B, 60)))
# keep the round part of the upper knuckle clear of the fork's cheeks
tongue = tongue.cut(ycyl(RB + 3, -20, -8)).cut(ycyl(RB + 3, 8, 20))

tube_lo_o, tube_lo_i = cyl(RO, along(P, A, 38), A), cyl(RI, along(P, A, 30), along(A, P, -5))
tube_up_o, tube_up_i = cyl(RO, along(P, B, 42), B), cyl(RI, along(P, B, 30), along(B, P, -40))
fork = fork.cut(tube_lo_o).cut(cyl(5, along(P, A, 15), along(P, A, 60)))     # cable leaves by the gap
tongue = tongue.cut(tube_up_o).cut(cyl(5, along(P, B, 27), along(P, B, 60)))
# cable mouth on top of the tongue, where the cable comes over from the lower arm
tongue = tongue.cut(cyl(5, along(P, B, 32), along(P, B, 32) + cq.Vector(0, 0, 40)))
tube_lo, tube_up = tube_lo_o.cut(tube_lo_i), tube_up_o.cut(tube_up_i)

# hinge pin: hollow, head on one side, shank through fork and tongue into the knob
pin = ycyl(5, -20, 38).union(ycyl(11, -27, -20)).cut(ycyl(2.5, -30, 60))
knob = ycyl(17, 20, 50).edges().fillet(3)
for i in range(8):
    a = math.radians(45 * i)
    c = cq.Vector(P.x + 20 * math.cos(a), 24, P.z + 20 * math.sin(a))
    knob = knob.cut(cyl(5, c, c + cq.Vector(0, 40, 0)))
hole = ycyl(5, -20, 38)
knob, fork, tongue = knob.cut(hole), fork.cut(hole), tongue.cut(hole)

# lamp mount: sleeve over the tube end with a flange, three screws, open for the cable
mount = cyl(15, along(B, P, 22), along(B, P, -8)).union(cyl(28, along(B, P, -2), along(B, P, -8)))
mount = mount.cut(tube_up_o).cut(cyl(6, B, along(B, P, -20)))
d = (B - P).normalized()
n = cq.Vector(-d.z, 0, d.x)
for i in range(3):
    a = math.radians(90 + 120 * i)
    c = B + n * (21 * math.cos(a)) + cq.Vector(0, 21 * math.sin(a), 0)
    mount = mount.cut(cyl(2.2, c, c + d * 20))
parts = [fork, tongue, tube_lo, tube_up, pin, knob, mount]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
