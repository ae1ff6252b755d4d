import cadquery as cq


def half(height, flange_t):
    """Open topped tray with a bolting flange at its rim, rim at z = height."""
    tray = cq.Workplane("XY").box(210, 130, height, centered=(True, True, False)).edges("|Z").fillet(20)
    tray = tray.faces("<Z").edges().fillet(10)
    rim = cq.Workplane("XY", origin=(0, 0, height - flange_t)).rect(260, 170).extrude(flange_t).edges("|Z").fillet(20)
    tray = tray.union(rim)
    for x, r in ((-50, 46), (52, 36)):
        tray = tray.union(cq.Workplane("XZ", origin=(x, 90, height)).circle(r).extrude(180))
        tray = tray.union(cq.Workplane("XY").box(8, 150, height - 8, centered=(True, True, False)).translate((x, 0, 8)))
    tray = tray.cut(cq.Workplane("XY", origin=(0, 0, 10)).rect(192, 112).extrude(200))
    for x, r in ((-50, 34), (52, 25)):
        tray = tray.cut(cq.Workplane("XZ", origin=(x, 100, height)).circle(r).extrude(200))
    tray = tray.cut(cq.Workplane("XY", origin=(0, 0, height)).box(400, 400, 200, centered=(True, True, False)))
    return tray.cut(cq.Workplane("XY").pushPoints(bolt_pts).circle(4.5).extrude(200))


bolt_pts = [(sx * 115, sy * 45) for sx in (-1, 1) for sy in (-1, 1)] + [(2, 76), (2, -76), (-104, 72), (104, -72)]

lower = half(84, 13)
drain = cq.Workplane("YZ", origin=(-122, 0, 28)).circle(14).extrude(24)
lower = lower.union(drain).cut(cq.Workplane("YZ", origin=(-130, 0, 28)).circle(6).extrude(40))
upper = half(76, 13).rotate((0, 0, 0), (1, 0, 0), 180).translate((0, 0, 160))
upper = upper.cut(cq.Workplane("XY", origin=(0, 0, 70)).pushPoints(bolt_pts).circle(4.5).extrude(80))
bolt = cq.Workplane("XY", origin=(0, 0, 97)).polygon(6, 15).extrude(7).union(cq.Workplane("XY", origin=(0, 0, 68)).circle(4.5).extrude(29))

fixture = cq.Assembly(name="gearbox")
fixture.add(lower, name="lower_case", color=cq.Color(0.5, 0.5, 0.55))
fixture.add(upper, name="cover", color=cq.Color(0.6, 0.6, 0.65))
for i, (x, y) in enumerate(bolt_pts):
    fixture.add(bolt, name=f"bolt{i}", loc=cq.Location(cq.Vector(x, y, 0)))
