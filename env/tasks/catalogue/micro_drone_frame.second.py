import cadquery as cq

# A quarter of the frame with its arm, turned four times and joined.
def tube(x, y, r, hole, h):
    return cq.Workplane("XY").center(x, y).circle(r).circle(hole).extrude(h)

arm = cq.Workplane("XY").box(55 * 2**0.5, 10, 4, centered=(False, True, False)).rotate((0, 0, 0), (0, 0, 1), 45)
quarter = cq.Workplane("XY").box(22, 22, 4, centered=False).union(arm)
quarter = quarter.union(cq.Workplane("XY").center(55, 55).circle(15).extrude(6)).union(cq.Workplane("XY").center(15, 15).circle(3).extrude(16))
for x, y, d in ((0, 0, 20), (15, 15, 3), (55, 55, 6), (61, 55, 2), (49, 55, 2), (55, 61, 2), (55, 49, 2)):
    quarter = quarter.cut(cq.Workplane("XY").center(x, y).circle(d / 2).extrude(20))
body = quarter
for k in (90, 180, 270):
    body = body.union(quarter.rotate((0, 0, 0), (0, 0, 1), k))
result = body.translate((0, 0, -8))
