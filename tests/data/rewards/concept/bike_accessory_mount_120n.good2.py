import cadquery as cq

# Seat post collar (post along Z) carrying a shelf on two triangular webs. Centred at origin.
post_d, collar_od, collar_h = 31.6, 56, 90
cx = -46

collar = cq.Workplane("XY").center(cx, 0).circle(collar_od / 2).extrude(collar_h)
lugs = (
    cq.Workplane("XY").rect(34, 29).extrude(collar_h)
    .translate((-73, 0, 0)).edges("|Y and <X").fillet(6)
)
shelf = (
    cq.Workplane("XY", origin=(0, 0, 80))
    .polyline([(cx, -26), (-20, -26), (20, -40), (90, -40), (90, 40), (20, 40), (-20, 26), (cx, 26)])
    .close().extrude(10).edges("|Z and >X").fillet(12)
)
web = (
    cq.Workplane("XZ", origin=(0, 3.5, 0))
    .moveTo(cx, 6).lineTo(-20, 6).threePointArc((20, 52), (82, 70)).lineTo(82, 82).lineTo(cx, 82).close()
    .extrude(7)
)
part = collar.union(lugs).union(shelf)
for y in (-17, 17):
    part = part.union(web.translate((y and 0, y, 0)))
tie = cq.Workplane("XY").box(8, 36, 24).translate((40, 0, 70))
part = part.union(tie)

part = (
    part
    .cut(cq.Workplane("XY").center(cx, 0).circle(post_d / 2).extrude(collar_h))
    .cut(cq.Workplane("XY").box(50, 3, collar_h, centered=(True, True, False)).translate((cx - 30, 0, 0)))
    .cut(cq.Workplane("XZ", origin=(0, 60, 0)).pushPoints([(-81, 18), (-81, 72)]).circle(3.3).extrude(120))
    .cut(cq.Workplane("XZ", origin=(0, -12, 0)).pushPoints([(-81, 18), (-81, 72)]).circle(5.5).extrude(20))
    .cut(cq.Workplane("XY", origin=(52, 0, 70)).rect(50, 58, forConstruction=True).vertices().circle(3).extrude(40))
    .cut(cq.Workplane("XY", origin=(62, 0, 70)).slot2D(36, 14).extrude(40))
)
fixture = part.translate((0, 0, -45))
