import cadquery as cq

# The deck with rails and stops is built flat (front edge at y = 0), tilted, then round legs are dropped to the floor.
W, ANGLE = 320, 20
DECK_L, DECK_T = 246, 5
RAIL_W, RAIL_H = 14, 16
FLOOR = 0


def deck():
    d = cq.Workplane("XY").rect(W, DECK_L).extrude(DECK_T).edges("|Z").fillet(12).translate((0, DECK_L / 2, 0))
    slots = (
        cq.Workplane("XY").center(0, DECK_L / 2 + 8)
        .rarray(28, 1, 9, 1).slot2D(170, 12, 90).extrude(DECK_T)
    )
    return d.cut(slots)


def rails():
    r = cq.Workplane("XY").rect(RAIL_W, DECK_L - 24).extrude(-RAIL_H).translate((0, DECK_L / 2, 0))
    x = W / 2 - RAIL_W / 2
    return r.translate((x, 0, 0)).union(r.translate((-x, 0, 0)))


def stops():
    hook = (
        cq.Workplane("YZ").moveTo(0, 0).lineTo(0, 20).threePointArc((4, 23), (8, 20)).lineTo(8, 0).close().extrude(18, both=True)
    )
    return hook.translate((100, 2, 0)).union(hook.translate((-100, 2, 0)))


top = deck().union(rails()).union(stops()).rotate((0, 0, 0), (1, 0, 0), ANGLE).translate((0, -DECK_L / 2 + 6, 30))

# legs: cylinders from the floor up, cut by the tilted half-space above the deck
above = (
    cq.Workplane("XY").rect(2 * W, 4 * DECK_L).extrude(400)
    .rotate((0, 0, 0), (1, 0, 0), ANGLE).translate((0, -DECK_L / 2 + 6, 30.5))
)
x = W / 2 - 14
legs = cq.Workplane("XY").pushPoints([(-x, 88), (x, 88)]).circle(12).extrude(200)
feet = cq.Workplane("XY").pushPoints([(-x, -98), (x, -98)]).circle(10).extrude(100)
legs = legs.union(feet).cut(above)
pads = cq.Workplane("XY").pushPoints([(-x, 88), (x, 88)]).circle(14).extrude(6)
# rear spreader bar between the support legs
bar = cq.Workplane("YZ", origin=(-x, 88, 40)).circle(6).extrude(2 * x)

fixture = top.union(legs).union(pads).union(bar)
