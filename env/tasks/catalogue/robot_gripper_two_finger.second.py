import cadquery as cq

# Layers cut and stacked along Z; palm's back at x = 0, bottom at z = 0; fingers point along Y in the end.
P = [(30, 22), (56, 22), (60, 51), (86, 51)]


def plate(points, z0, z1):
    return cq.Workplane("XY", origin=(0, 0, z0)).polyline(points).close().extrude(z1 - z0)


result = plate([(0, -35), (60, -35), (60, 35), (0, 35)], 15, 45)
for y in (-22, 22):
    for z in (22.5, 37.5):
        result = result.cut(cq.Workplane("YZ").center(y, z).circle(3.5).extrude(18))
n = (30**2 + 29**2) ** 0.5
ox, oy = 6 * 29 / n, 6 * 30 / n
for s in (-1, 1):
    result = result.union(plate([(52, 42 * s), (160, 42 * s), (160, 60 * s), (52, 60 * s)], 15, 45))
    result = result.union(plate([(130, 34 * s), (160, 34 * s), (160, 42 * s), (130, 42 * s)], 10, 50))
    for (ax, ay), (bx, by) in ((P[0], P[2]), (P[1], P[3])):
        strip = [(ax - ox, (ay + oy) * s), (bx - ox, (by + oy) * s), (bx + ox, (by - oy) * s), (ax + ox, (ay - oy) * s)]
        for z in (7, 45):
            result = result.union(plate(strip, z, z + 8))
    for x, y in P:
        result = result.union(cq.Workplane("XY").center(x, y * s).circle(8).extrude(60))
for x, y in P:
    result = result.cut(cq.Workplane("XY").pushPoints([(x, y), (x, -y)]).circle(3).extrude(60))
result = result.rotate((0, 0, 0), (0, 0, 1), 90)
