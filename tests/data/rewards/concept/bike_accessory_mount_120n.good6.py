import cadquery as cq
import math

cx, cz = -58.0, 45.0        # tube axis (along Y)
tube_r, ring_r, w = 16.0, 32.0, 44.0

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# clamp ring with ears above and below
clamp = cq.Workplane("XZ", origin=(cx, w / 2, cz)).circle(ring_r).extrude(w)
clamp = clamp.union(box(cx - 14, cx + 14, -w / 2, w / 2, 0, 90).edges("|Y").fillet(3))

# arm: top beam, strut below and thin web joining them
arm = box(cx + 20, 86, -15, 15, 54, 66)
strut = (cq.Workplane("XZ", origin=(0, 8, 0))
         .polyline([(cx + 10, 12), (cx + 24, 12), (75, 54), (cx + 20, 60)]).close().extrude(16))
strut = strut.cut(cq.Workplane("XZ", origin=(0, 20, 0))
                  .polyline([(-16, 47), (-16, 36), (28, 47)]).close().extrude(40))

# accessory plate at the end, with slots and bolt holes
plate = box(44, 90, -40, 40, 60, 68).edges("|Z").fillet(8)
body = clamp.union(arm).union(strut).union(plate)
body = body.cut(cq.Workplane("XY", origin=(67, 0, 0))
                .rect(26, 60, forConstruction=True).vertices().circle(2.75).extrude(100))
body = body.cut(cq.Workplane("XY", origin=(67, 0, 0)).circle(6).extrude(100))

# tube bore and the split between clamp body and cap
body = body.cut(cq.Workplane("XZ", origin=(cx, 50, cz)).circle(tube_r).extrude(100))
body = body.cut(box(cx - 1.25, cx + 1.25, -50, 50, -5, 95))

# four M6 bolts along X close the split
for y in (-14, 14):
    for z in (7, 83):
        shank = cq.Workplane("YZ", origin=(cx - 14, y, z)).circle(3).extrude(30)
        head = cq.Workplane("YZ", origin=(cx - 20, y, z)).circle(5).extrude(6.5)
        nut = cq.Workplane("YZ", origin=(cx + 13.5, y, z)).polygon(6, 11).extrude(5)
        body = body.union(shank).union(head).union(nut)

fixture = body
