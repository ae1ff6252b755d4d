import cadquery as cq
import math
def rod(p, q, r):
    v = cq.Vector(*q) - cq.Vector(*p)
    return cq.Workplane(cq.Solid.makeCylinder(r, v.Length, cq.Vector(*p), v))

# curved seat: hollow in the middle, waterfall front (front is +Y)
seat = (cq.Workplane("YZ").moveTo(-245, 475)
        .threePointArc((-20, 448), (200, 472)).threePointArc((245, 460), (265, 425))
        .lineTo(235, 415).threePointArc((-20, 400), (-245, 425)).close()
        .extrude(240, both=True).edges("|Z").fillet(25))

# S-curved backrest with lumbar bulge
face = [(-200, 420), (-188, 560), (-215, 720), (-265, 940)]
back = [(y - 38, z) for y, z in reversed(face)]
backrest = (cq.Workplane("YZ").moveTo(*face[0]).spline(face[1:], includeCurrent=True)
            .lineTo(*back[0]).spline(back[1:], includeCurrent=True).close()
            .extrude(225, both=True))
# dish the backrest around the sitter
backrest = backrest.cut(cq.Workplane("XY", origin=(0, 380, 490)).circle(583).extrude(600)
                        .intersect(cq.Workplane("XY").box(340, 1400, 3000)))
chair = seat.union(backrest)
# headrest pillow on two posts
head = cq.Workplane("XY").box(290, 60, 135).edges().fillet(22).translate((0, -292, 1052.5))
chair = chair.union(head)
for x in (-70, 70):
    chair = chair.union(rod((x, -272, 860), (x, -292, 1040), 14))
# splayed legs tied by crossbars
for sx in (-1, 1):
    for sy in (-1, 1):
        chair = chair.union(rod((sx * 190, sy * 190, 435), (sx * 289, sy * 305, -10), 22))
z, k = 150.0, (435 - 150.0) / 445
x, y = 190 + 99 * k, 190 + 115 * k
for s in (-1, 1):
    chair = chair.union(rod((-x, s * y, z), (x, s * y, z), 13))
    chair = chair.union(rod((s * x, -y, z), (s * x, y, z), 13))
    # armrests: arched pad, front support from the seat, rear link to the backrest
    pad = (cq.Workplane("YZ", origin=(s * 275, 0, 0)).moveTo(-215, 655)
           .threePointArc((0, 690), (190, 650)).lineTo(185, 622)
           .threePointArc((0, 660), (-215, 627)).close().extrude(32, both=True))
    chair = chair.union(pad).union(rod((s * 215, 120, 440), (s * 275, 120, 655), 16))
    chair = chair.union(rod((s * 275, -195, 641), (s * 200, -222, 641), 13))
chair = chair.cut(cq.Workplane("XY").box(2000, 2000, 100).translate((0, 0, -50)))
fixture = chair
