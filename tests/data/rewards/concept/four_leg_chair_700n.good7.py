# CNC-cut plywood chair: two side panels, each with a front leg, a rear leg running on into
# the back upright, and a low rail cut from one sheet; seat, rails and back boards between.
import cadquery as cq
import math

TP = 26.0                                # sheet thickness
XS = 250.0 - TP                          # inside of the side panels


def yz(pts, x0, x1):
    return cq.Workplane("YZ").workplane(offset=x0).polyline(pts).close().extrude(x1 - x0)


side_pts = [(-250, 0), (-200, 0), (-192, 140), (162, 140), (196, 0), (248, 0), (216, 430),
            (250, 900), (200, 900), (160, 500), (160, 456), (-236, 456), (-240, 400)]
win_pts = [(-186, 200), (164, 200), (162, 380), (-182, 380)]
side = yz(side_pts, 0, TP)
side = side.cut(cq.Workplane("YZ").polyline(win_pts).close().extrude(TP))
side = side.edges("|X").edges(cq.selectors.BoxSelector((-5, -195, 130), (TP + 5, 175, 390))).fillet(25)

body = side.translate((XS, 0, 0)).union(side.translate((-250, 0, 0)))
# seat board, slightly dished by a large roller cut, let into the sides
seat = cq.Workplane("XY").box(2 * XS + 20, 416, 30, centered=(True, False, False)).translate((0, -246, 426))
dish = cq.Workplane("XZ").center(0, 456 + 1988).circle(2000).extrude(190, both=True).translate((0, -40, 0))
body = body.union(seat.cut(dish))
# crossbars between the sides: apron rails under the seat, low ones front and rear
for y, z, h in ((-222, 385, 45), (178, 385, 45), (-205, 146, 48), (178, 146, 48)):
    body = body.union(cq.Workplane("XY").box(2 * XS + 20, 24, h, centered=(True, True, False)).translate((0, y, z)))
# back boards between the uprights, raked with them; the upper one has a hand slot
up = yz([(203, 760), (225, 760), (236, 890), (214, 890)], -XS - 10, XS + 10)
up = up.cut(cq.Workplane("XZ").center(0, 850).slot2D(120, 28).extrude(-400))
low = yz([(186, 600), (208, 600), (217, 690), (195, 690)], -XS - 10, XS + 10)
fixture = body.union(up).union(low)
