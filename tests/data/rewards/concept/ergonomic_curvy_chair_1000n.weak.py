import cadquery as cq

seat = cq.Workplane("XY").box(560, 560, 50).edges("|Z").fillet(60).translate((0, 0, 450))
back = cq.Workplane("XY").moveTo(-270, 240).threePointArc((0, 310), (270, 240)).lineTo(270, 270).threePointArc((0, 325), (-270, 270)).close().extrude(550).translate((0, 0, 440))
head = cq.Workplane("XY").box(300, 60, 150).edges("|Y").fillet(40).translate((0, 290, 1045))
chair = seat.union(back).union(head)
for x in (-1, 1):
    for y in (-1, 1):
        leg = cq.Workplane("XY").center(x * 280, y * 290).circle(28).workplane(offset=440).center(-x * 50, -y * 60).circle(25).loft()
        chair = chair.union(leg)
    chair = chair.union(cq.Workplane("XY").box(50, 480, 30).translate((x * 275, 20, 680)))
    chair = chair.union(cq.Workplane("XY").box(40, 40, 250).translate((x * 270, -180, 560)))
fixture = chair
