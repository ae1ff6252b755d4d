import math
import cadquery as cq

# Gears as a polygonal root prism with one tooth unioned at a time; the ring as a tube with teeth put in.
def corner_polygon(n, root):
    pts = []
    for k in range(n):
        a = 2 * math.pi * k / n
        for y in (-1.8, 1.8):
            pts.append((root * math.cos(a) - y * math.sin(a), root * math.sin(a) + y * math.cos(a)))
    return cq.Workplane("XY").polyline(pts).close().extrude(12)
def spur(bore, turn):
    g = corner_polygon(12, 9.6)
    t = cq.Workplane("XY").polyline([(9, -1.8), (9.6, -1.8), (13.8, -0.6), (13.8, 0.6), (9.6, 1.8), (9, 1.8)]).close().extrude(12)
    for k in range(12):
        g = g.union(t.rotate((0, 0, 0), (0, 0, 1), 30 * k))
    return g.cut(cq.Workplane("XY").circle(bore / 2).extrude(12)).rotate((0, 0, 0), (0, 0, 1), turn)
ring = cq.Workplane("XY").circle(46).extrude(12).cut(corner_polygon(36, 38.4))
tooth = cq.Workplane("XY").polyline([(38.5, -1.8), (38.4, -1.8), (34.2, -0.6), (34.2, 0.6), (38.4, 1.8), (38.5, 1.8)]).close().extrude(12)
for k in range(36):
    ring = ring.union(tooth.rotate((0, 0, 0), (0, 0, 1), 10 * k))
ring = ring.cut(cq.Workplane("XY").polarArray(42.5, 30, 360, 6).circle(2).extrude(12))
parts = [spur(8, 0), ring]
carrier = cq.Workplane("XY", origin=(0, 0, -7)).circle(35).circle(7).extrude(6)
for k in range(3):
    a = math.radians(120 * k)
    place = (24 * math.cos(a), 24 * math.sin(a), 0)
    parts.append(spur(8.6, 15 + 120 * k).translate(place))
    carrier = carrier.union(cq.Workplane("XY", origin=(place[0], place[1], -7)).circle(4).extrude(22))
result = cq.Workplane(obj=cq.Compound.makeCompound([p.val() for p in parts + [carrier]]))
