import cadquery as cq
import math

# Easel type stand: back rest pivots near the front edge, a prop leg behind
# drops into a rack of notches on the base.  Centred on the origin.
S, H = 120, 160
z0 = -H / 2
t = 7
ang = 26
pivot = (-34, z0 + 17)          # (y, z)
length = 158


def along(d, off=0.0):
    """point on the back rest: d along it, off in front (towards -y)"""
    a = math.radians(ang)
    return (pivot[0] + d * math.sin(a) - off * math.cos(a),
            pivot[1] + d * math.cos(a) + off * math.sin(a))


def yz_prism(pts, x0, x1):
    return cq.Workplane("YZ", origin=(x0, 0, 0)).polyline(pts).close().extrude(x1 - x0)


# base: plate with a big opening, leaves two rails
plate = (cq.Workplane("XY", origin=(0, 0, z0)).rect(S, S).extrude(t).edges("|Z").chamfer(10))

# notched rack for the prop leg
rack = yz_prism([(10, z0 + t - 1), (56, z0 + t - 1), (56, z0 + t + 6), (50, z0 + t + 1),
                 (48, z0 + t + 6), (42, z0 + t + 1), (40, z0 + t + 6), (34, z0 + t + 1),
                 (32, z0 + t + 6), (26, z0 + t + 1), (24, z0 + t + 6), (10, z0 + t)], -20, 20)

# back rest with a slight taper in thickness
rest = yz_prism([along(0, 3.5), along(length, 2), along(length, -3), along(0, -3.5)], -40, 40)
holes = cq.Workplane("XZ").pushPoints([(x, z) for x in (-20, 0, 20) for z in (20, 40)]).circle(6).extrude(-200)
rest = rest.cut(holes)

# lip, J-shaped, with side stops at its ends
lip = yz_prism([along(14, 0), along(14, 21), along(30, 21), along(30, 17), along(19, 17), along(19, 0)], -40, 40)
stops = [yz_prism([along(16, 0), along(16, 18), along(44, 13), along(56, 0)], x, x + 5) for x in (-45, 40)]
lip = lip.cut(cq.Workplane("XY").box(14, 200, 200).translate((0, -100 - 36, 0)))

# prop leg from the back rest down into the rack
top = along(92, 0)
leg = yz_prism([(top[0] - 1, top[1] + 3), (top[0] + 3, top[1] - 9), (45, z0 + t + 1),
                (51, z0 + t + 2), (51, z0 + t + 6)], -14, 14)

# hinge barrel: five knuckles with small gaps around one pin, on two pedestals
barrel = cq.Workplane("YZ", origin=(-54, *pivot)).circle(4).extrude(108)
for x0, w in ((-50, 17), (-32, 19), (-12, 24), (13, 19), (33, 17)):
    barrel = barrel.union(cq.Workplane("YZ", origin=(x0, *pivot)).circle(8.5).extrude(w))
feet = None
for x0 in (-50, 33):
    foot = yz_prism([(pivot[0] - 13, z0 + t - 1), (pivot[0] + 13, z0 + t - 1),
                     (pivot[0] + 7, pivot[1]), (pivot[0] - 7, pivot[1])], x0, x0 + 17)
    feet = foot if feet is None else feet.union(foot)
# back rest must clear the fixed end knuckles
clear = cq.Workplane("XY").box(18, 40, 14).translate((-41, pivot[0], pivot[1] + 2))
rest = rest.cut(clear).cut(clear.mirror("YZ"))

out = plate.union(rack).union(feet).union(rest).union(lip).union(leg).union(barrel)
for s in stops:
    out = out.union(s)

# screw bosses: raised rings at the rear corners and front corners
spots = [(-47, 44), (47, 44), (-47, 4), (47, 4)]
for p in spots:
    out = out.union(cq.Workplane("XY", origin=(p[0], p[1], z0)).circle(7.5).extrude(t + 4))
    out = out.cut(cq.Workplane("XY", origin=(p[0], p[1], z0 - 1)).circle(2.25).extrude(30))
fixture = out
