import cadquery as cq

# Shell type cage: everything is trimmed out of a thin cup around a 74 mm bottle (axis Z, frame side at -Y).
R_IN, WALL, H = 38.0, 4.5, 150.0
R_OUT = R_IN + WALL

shell = cq.Workplane("XY").circle(R_OUT).circle(R_IN).extrude(H)

# side view (YZ) of what stays: two side arms that sweep up and forward, and a low band
arms = (
    cq.Workplane("YZ", origin=(-60, 0, 0))
    .moveTo(-44, 18).spline([(-5, 45), (22, 88), (37.5, 96)], includeCurrent=True)
    .lineTo(37.5, 116).spline([(18, 112), (-10, 68), (-44, 42)], includeCurrent=True).close()
    .extrude(120)
)
upper = (
    cq.Workplane("YZ", origin=(-60, 0, 0))
    .moveTo(-44, 132).spline([(-10, 120), (20, 104)], includeCurrent=True)
    .lineTo(26, 113).spline([(-8, 131), (-44, 146)], includeCurrent=True).close()
    .extrude(120)
)
cage = shell.intersect(arms.union(upper))

# front gap so that the bottle can be pushed in
cage = cage.cut(cq.Workplane("XY").box(36, 40, 200).translate((0, 40, 80)))

# spine on the frame side, two slim ribs along its edges
spine = cq.Workplane("XY").box(24, 4, H, centered=(True, False, False)).translate((0, -R_OUT + 0.5, 0))
spine = spine.edges("|Y").fillet(5)
cage = cage.union(spine)
for x in (-10.5, 10.5):
    cage = cage.union(cq.Workplane("XY").box(2, 2, 130, centered=(True, False, False)).translate((x, -38.2, 2)))

# bottom stop: narrow tongue below the bottle with an upturned toe, stiffened by a centre rib
tongue = cq.Workplane("XY").box(24, 68, 4, centered=(True, False, False)).translate((0, -R_OUT + 0.5, 0))
toe = cq.Workplane("XY").box(24, 4, 14, centered=(True, False, False)).translate((0, 22, 0)).edges("|Y and >Z").fillet(6)
rib = cq.Workplane("YZ", origin=(-1.5, 0, 0)).polyline([(-40, 2), (-20, 2), (-40, 22)]).close().extrude(3)
cage = cage.union(tongue).union(toe).union(rib)

# retaining lip: inward nose at the top of the spine that drops into the bottle groove
lip = cq.Workplane("YZ", origin=(-12, 0, 0)).polyline([(-40, 138), (-33.5, 145), (-33.5, 150), (-40, 150)]).close().extrude(24)
cage = cage.union(lip)

# mounting holes at 64 mm and lightening slot between them
holes = cq.Workplane("XZ", origin=(0, 0, 0)).pushPoints([(0, 50), (0, 114)]).circle(2.75).extrude(60)
slot = cq.Workplane("XZ").center(0, 82).slot2D(40, 9, 90).extrude(60)
fixture = cage.cut(holes).cut(slot)
