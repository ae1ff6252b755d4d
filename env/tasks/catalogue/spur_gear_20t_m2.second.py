import math
import cadquery as cq

# The whole outline as one closed polygon with arcs along the root circle.
def at(x, y, a):
    return (x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a))
# where a flank, from (17, 2.3) to (22, 0.8), meets the root circle
lo, hi = 0.0, 1.0
for _ in range(60):
    mid = (lo + hi) / 2
    lo, hi = (mid, hi) if math.hypot(17 + 5 * mid, 2.3 - 1.5 * mid) < 17.5 else (lo, mid)
rx, ry = 17 + 5 * lo, 2.3 - 1.5 * lo
half = math.pi / 20
w = cq.Workplane("XY").moveTo(*at(rx, -ry, 0))
for k in range(20):
    a = 2 * half * k
    w = w.lineTo(*at(22, -0.8, a)).lineTo(*at(22, 0.8, a)).lineTo(*at(rx, ry, a))
    w = w.threePointArc(at(17.5, 0, a + half), at(rx, -ry, a + 2 * half))
gear = w.close().extrude(15).faces(">Z").workplane(origin=(0, 0, 0)).circle(12).extrude(10)
gear = gear.faces(">Z").workplane(origin=(0, 0, 0)).hole(12)
result = gear.cut(cq.Workplane("XY").box(7.8, 4, 100, centered=(False, True, True))).translate((30, 0, 0))
