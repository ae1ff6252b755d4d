import cadquery as cq

# Turned-leg chair: splayed round legs, H stretcher, solid curved-corner back panel on two spindles.
# Front faces +X. Origin at the middle of the seat underside.
S = 430            # seat height above floor
SEAT_T = 32


def rod(p, q, r0, r1=None):
    p, q = cq.Vector(*p), cq.Vector(*q)
    d = q - p
    return cq.Workplane(cq.Solid.makeCone(r0, r1 if r1 else r0 - 0.01, d.Length, p, d))


def on_leg(top, foot, z):
    t = -z / S
    return tuple(a + (b - a) * t for a, b in zip(top, foot))


seat = (
    cq.Workplane("XY").rect(470, 470).extrude(SEAT_T)
    .edges("|Z").fillet(60)
    .faces(">Z").edges().fillet(8)
)
# shallow dished seat surface
seat = seat.cut(cq.Workplane("XY").sphere(1400).translate((20, 0, 1400 + SEAT_T - 8)))

chair = seat
legs = {}
for sx in (-1, 1):
    for sy in (-1, 1):
        top, foot = (sx * 170, sy * 170, 0), (sx * 233, sy * 233, -S)
        legs[sx, sy] = (top, foot)
        d = cq.Vector(*foot) - cq.Vector(*top)
        over = tuple((cq.Vector(*top) - d.normalized() * 15).toTuple())      # tenon in the seat
        below = tuple((cq.Vector(*foot) + d.normalized() * 12).toTuple())
        chair = chair.union(rod(over, below, 20, 15))

# side stretchers and the middle bar of the H
mid = []
for sy in (-1, 1):
    a, b = on_leg(*legs[-1, sy], -270), on_leg(*legs[1, sy], -270)
    chair = chair.union(rod(a, b, 11))
    mid.append((0, a[1], -270))
chair = chair.union(rod(mid[0], mid[1], 11))
for sx in (-1, 1):                                  # front / rear bars, higher
    chair = chair.union(rod(on_leg(*legs[sx, -1], -190), on_leg(*legs[sx, 1], -190), 11))

# floor plane: trim the feet flat
chair = chair.intersect(cq.Workplane("XY").box(500, 500, 1000).translate((0, 0, 500 - S)))

# backrest: leaning posts carry a panel
for sy in (-1, 1):
    chair = chair.union(rod((-195, sy * 150, 4), (-232, sy * 165, 440), 12, 9))
for y in (-75, 0, 75):
    chair = chair.union(rod((-197, y, 6), (-225, y, 350), 8))
panel = (
    cq.Workplane("YZ").rect(440, 160).extrude(24, both=False)
    .edges("|X").fillet(45)
    .rotate((0, 0, 0), (0, 1, 0), -4.8)
    .translate((-243, 0, 388))
)
fixture = chair.union(panel)
