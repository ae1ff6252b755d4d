import cadquery as cq

# clamp body + removable cap + shaft proxy + bolts
body = cq.Workplane("XY").box(60, 90, 20, centered=(False, True, False))
arm = (
    cq.Workplane("XZ").polyline([(30, 0), (225, 0), (225, 35), (60, 35), (30, 20)]).close().extrude(20, both=True)
)
lighten = cq.Workplane("XZ").polyline([(70, 9), (160, 9), (160, 26), (70, 26)]).close().extrude(50, both=True).edges("|Y").fillet(6)
saddle = cq.Workplane("XY").box(80, 50, 35, centered=(False, True, False)).translate((160, 0, 0))
bore = cq.Workplane("XZ", origin=(200, 0, 35)).circle(15).extrude(100, both=True)
body = body.union(arm.cut(lighten)).union(saddle).cut(bore)
body = body.cut(cq.Workplane("XY").pushPoints([(22, -30), (22, 30)]).circle(6.5).extrude(40))

cap = cq.Workplane("XY").box(80, 50, 27, centered=(False, True, False)).translate((160, 0, 35)).edges("|Y and >Z").fillet(8).cut(bore)
holes = cq.Workplane("XY").pushPoints([(175, -15), (175, 15), (226, -15), (226, 15)]).circle(3).extrude(100)
cap, body = cap.cut(holes), body.cut(holes)
screw = cq.Workplane("XY").circle(3).extrude(50).faces(">Z").workplane().circle(5.5).extrude(8)

fixture = cq.Assembly(name="torque_clamp")
fixture.add(body, name="body", color=cq.Color("gray"))
fixture.add(cap, name="cap", color=cq.Color("lightgray"))
fixture.add(cq.Workplane("XZ", origin=(200, 0, 35)).circle(15).extrude(45, both=True), name="shaft_proxy", color=cq.Color("red"))
for i, (x, y) in enumerate([(175, -15), (175, 15), (226, -15), (226, 15)]):
    fixture.add(screw, name=f"screw{i}", loc=cq.Location((x, y, 12)))
bolt = cq.Workplane("XY").circle(6.5).extrude(20).faces(">Z").workplane().polygon(6, 18).extrude(8)
fixture.add(bolt, name="root_bolt0", loc=cq.Location((22, -30, 0)))
fixture.add(bolt, name="root_bolt1", loc=cq.Location((22, 30, 0)))
