# Folded from one sheet: front hem, sloping slotted platform, rear edge bent down into two
# legs with inturned feet; upturned side flanges are the rails, two tabs the front stops.
import cadquery as cq
import math

W, T = 320.0, 4.0
# outer line of the fold in side view (y, z), front to rear
line = [(-60, T / 2), (-118, T / 2), (-118, 20), (98, 108), (114, T / 2), (76, T / 2)]


def thick(pts, t):                       # mitred strip of thickness t about an open polyline
    def nrm(a, b):
        d = math.hypot(b[0] - a[0], b[1] - a[1])
        return (-(b[1] - a[1]) / d, (b[0] - a[0]) / d)
    left, right = [], []
    for i, p in enumerate(pts):
        ns = []
        if i > 0:
            ns.append(nrm(pts[i - 1], p))
        if i < len(pts) - 1:
            ns.append(nrm(p, pts[i + 1]))
        mx, my = sum(n[0] for n in ns) / len(ns), sum(n[1] for n in ns) / len(ns)
        k = (t / 2) / (mx * mx + my * my)
        left.append((p[0] + mx * k, p[1] + my * k))
        right.append((p[0] - mx * k, p[1] - my * k))
    return left + right[::-1]


sheet = cq.Workplane("YZ").polyline(thick(line, T)).close().extrude(W / 2, both=True)
slope = math.degrees(math.atan2(88, 216))


def on_deck(wp):                         # from flat deck coordinates (origin mid-platform) to place
    return wp.rotate((0, 0, 0), (1, 0, 0), slope).translate((0, -10, 64))


# vent slots: rows of staggered slots across the platform
slots = cq.Workplane("XY").workplane(offset=-T)
pts = [(x, y) for j, y in enumerate((-72, -48, -24, 0, 24, 48, 72))
       for x in ((-96, -32, 32, 96) if j % 2 == 0 else (-112, -56, 0, 56, 112))]
slots = slots.pushPoints(pts).slot2D(44, 9).extrude(2 * T)
body = sheet.cut(on_deck(slots))
# rear wall: arch cut out so that two legs and their feet stay
arch = (cq.Workplane("XZ").moveTo(-92, -1).lineTo(-92, 60).threePointArc((-62, 84), (-40, 86)).lineTo(40, 86)
        .threePointArc((62, 84), (92, 60)).lineTo(92, -1).close().extrude(-60).translate((0, 70, 0)))
body = body.cut(arch)
# front foot hem only at both ends
body = body.cut(cq.Workplane("XY").box(180, 70, T * 2).translate((0, -79, 0)).intersect(
    cq.Workplane("XY").box(400, 66, 40).translate((0, -82, 0))))

for s in (1, -1):                        # side rails and front stops
    rail = cq.Workplane("XY").box(T, 222, 16, centered=(True, True, False)).translate((s * (W - T) / 2, 2, -1))
    rail = rail.edges("|X and >Z").fillet(6)
    stop = cq.Workplane("XY").box(56, T, 24, centered=(True, True, False)).edges("|Y and >Z").fillet(8)
    stop = stop.translate((s * 90, -115, -1))
    body = body.union(on_deck(rail)).union(on_deck(stop))
fixture = body
