import cadquery as cq
import math

W = 80.0
def bar(p, q, w, y0, y1):              # member in the XZ plane with rounded ends
    dx, dz = q[0] - p[0], q[1] - p[1]
    return (cq.Workplane("XZ", origin=((p[0] + q[0]) / 2, y1, (p[1] + q[1]) / 2))
            .slot2D(math.hypot(dx, dz) + w, w, math.degrees(math.atan2(dz, dx))).extrude(y1 - y0))

# left fixing plate
truss = (cq.Workplane("XY").box(12, W, 130, centered=(False, True, False))
         .edges("|X").fillet(8))

load = (240.0, 108.0)
def low(x):                            # bottom chord line
    return 14 + (load[1] - 14) * (x - 8) / (load[0] - 8)

top = [(8, 116), (85, 116), (160, 116)]
bot = [(8, 14), (85, low(85)), (160, low(160))]
members = [(top[0], top[2], 10), (top[2], load, 10), (bot[0], load, 11),
           (top[0], bot[1], 8), (bot[1], top[1], 8), (top[1], bot[2], 8), (bot[2], top[2], 8)]

# two side trusses
for y0 in (-36, 26):
    for p, q, w in members:
        truss = truss.union(bar(p, q, w, y0, y0 + 10))

# cross-members joining them at the nodes
for x, z in (top[1], top[2], bot[1], bot[2]):
    truss = truss.union(cq.Workplane("XZ", origin=(x, 34, z)).circle(5).extrude(68))

# diagonal ribs in the top plane
for p, q in (((8, -30), (85, 30)), ((85, 30), (160, -30)), ((160, -30), (235, 30))):
    L = math.hypot(q[0] - p[0], q[1] - p[1])
    rib = (cq.Workplane("XY").box(L, 7, 7)
           .rotate((0, 0, 0), (0, 0, 1), math.degrees(math.atan2(q[1] - p[1], q[0] - p[0])))
           .translate(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, 115)))
    truss = truss.union(rib)
# load boss with its hole, then the two fixing holes
truss = truss.union(cq.Workplane("XZ", origin=(load[0], W / 2, load[1])).circle(20).extrude(W))
truss = truss.cut(cq.Workplane("XZ", origin=(load[0], W, load[1])).circle(8).extrude(2 * W))
for z in (42, 92):
    truss = truss.cut(cq.Workplane("YZ", origin=(-5, 0, z)).circle(5.5).extrude(30))

fixture = truss
