import cadquery as cq
import math

W = D = 500.0
H = 900.0
LEG = 42.0
SEAT_Z = 450.0
SEAT_T = 30.0
RAIL_H, RAIL_T = 60.0, 24.0
BAR = 28.0

c = W / 2 - LEG / 2                       # leg centre
corners = [(-c, -c), (c, -c), (c, c), (-c, c)]

# front legs stop under the seat, rear legs carry on as back posts
front = cq.Workplane("XY").pushPoints(corners[:2]).rect(LEG, LEG).extrude(SEAT_Z - SEAT_T + 1)
rear = cq.Workplane("XY").pushPoints(corners[2:]).rect(LEG, LEG).extrude(H)

seat = (
    cq.Workplane("XY").workplane(offset=SEAT_Z - SEAT_T)
    .rect(W, D).extrude(SEAT_T)
    .edges("|Z").fillet(15)
    .faces(">Z").edges().fillet(6)
)
chair = seat.union(front).union(rear)


def bar(cx, cy, z, lx, ly, h):
    return cq.Workplane("XY").box(lx, ly, h).translate((cx, cy, z))


L = 2 * c
# apron under the seat
zr = SEAT_Z - SEAT_T - RAIL_H / 2 + 1
for s in (-1, 1):
    chair = chair.union(bar(0, s * c, zr, L, RAIL_T, RAIL_H))
    chair = chair.union(bar(s * c, 0, zr, RAIL_T, L, RAIL_H))
# crossbars between the legs: sides low, front/rear a little higher
for s in (-1, 1):
    chair = chair.union(bar(s * c, 0, 140, BAR, L, BAR))
    chair = chair.union(bar(0, s * c, 200, L, BAR, BAR))

# backrest: curved top rail, mid rail, three slats
top = (
    cq.Workplane("XZ").moveTo(-c, 800).lineTo(c, 800).lineTo(c, 865)
    .threePointArc((0, 898), (-c, 865)).close().extrude(RAIL_T / 2, both=True).translate((0, c, 0))
)
chair = chair.union(top).union(bar(0, c, 560, L, RAIL_T, 40))
for x in (-110, 0, 110):
    chair = chair.union(bar(x, c, 690, 45, 16, 250))
fixture = chair
