import cadquery as cq
import math

W, D, H = 320.0, 240.0, 120.0
T = 6.0
FRONT_Z = 18.0             # top of the deck at the front
REAR_Z = 117.0
RAIL_W, RAIL_H = 8.0, 10.0
SLOT_L, SLOT_W = 110.0, 8.0
LEG_W, LEG_T = 34.0, 10.0
STOP_H, STOP_W = 22.0, 50.0

tilt = math.atan2(REAR_Z - FRONT_Z, D - 6)
deg = math.degrees(tilt)
LD = (D - 6) / math.cos(tilt) - 2     # length of the deck along the slope

# --- work in the deck's own flat frame (front edge at y = 0), then tilt
deck = (
    cq.Workplane("XY").box(W, LD, T, centered=(True, False, False))
    .edges("|Z").fillet(10)
)
slots = (
    cq.Workplane("XY")
    .rarray(W / 2 - 20, 22, 2, 8).slot2D(SLOT_L, SLOT_W).extrude(40, both=True)
    .translate((0, LD / 2 + 4, 0))
)
deck = deck.cut(slots)
for s in (-1, 1):
    rail = (
        cq.Workplane("XY").box(RAIL_W, LD - 24, RAIL_H + T, centered=(True, False, False))
        .edges(">Z").fillet(2).translate((s * (W / 2 - RAIL_W / 2), 12, 0))
    )
    stiff = cq.Workplane("XY").box(6, LD - 20, 14, centered=(True, False, False)).translate((s * (W / 2 - 14), 10, -12))
    stop = (
        cq.Workplane("XY").box(STOP_W, 8, T + STOP_H, centered=(True, False, False))
        .edges("|Y and >Z").fillet(6).translate((s * 80, 1, 0))
    )
    deck = deck.union(rail).union(stiff).union(stop)
cross = cq.Workplane("XY").box(W - 28, 6, 14, centered=(True, False, False)).translate((0, LD - 40, -12))
deck = deck.union(cross)

deck = deck.rotate((0, 0, 0), (1, 0, 0), deg).translate((0, 6, FRONT_Z - T))

# --- rear legs, front feet, and a tie bar between the legs
body = deck
for s in (-1, 1):
    x = s * (W / 2 - LEG_W / 2 - 4)
    leg = (
        cq.Workplane("YZ")
        .polyline([(D - 22, 0), (D - 4, 0), (D - 8, REAR_Z - 7), (D - 70, REAR_Z - 33), (D - 60, REAR_Z - 47), (D - 34, 50)])
        .close().extrude(LEG_W / 2, both=True).translate((x, 0, 0))
    )
    foot = cq.Workplane("XY").box(LEG_W, 40, 5, centered=(True, True, False)).edges("|Z").fillet(5).translate((x, D - 20, 0))
    front = cq.Workplane("YZ").polyline([(4, 0), (34, 0), (34, 25), (8, 15)]).close().extrude(LEG_W / 2, both=True).translate((x, 0, 0))
    body = body.union(leg).union(foot).union(front)
tie = cq.Workplane("XY").box(W - 40, 8, 16).translate((0, D - 16, 40))
body = body.union(tie)
fixture = body.intersect(cq.Workplane("XY").box(W, D, H, centered=(True, False, False)))
