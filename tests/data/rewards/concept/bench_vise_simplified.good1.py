import cadquery as cq

# Screw vise. Moving jaw slides along X. Stands on z = 0, rear end at x = 0.
BASE_L, BASE_W, BASE_T = 212.0, 130.0, 16.0
JAW_W, TOP = 100.0, 150.0
SPINDLE_Z = 72.0
RAIL_Y, RAIL_Z, RAIL_R = 34.0, 36.0, 8.0


def block(x0, x1, w, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, w, z1 - z0, centered=False).translate((x0, -w / 2, z0))


def xcyl(r, x0, x1, y=0.0, z=SPINDLE_Z):
    return cq.Workplane("YZ").workplane(offset=x0).center(y, z).circle(r).extrude(x1 - x0)


# base with four slotted mounting holes on side flanges
base = block(0, BASE_L, BASE_W, 0, BASE_T).edges("|Z").fillet(10)
base = base.cut(cq.Workplane("XY").pushPoints([(80, 57), (80, -57), (165, 57), (165, -57)]).slot2D(18, 9).extrude(40))

# fixed jaw with rear buttress
fixed = block(18, 50, JAW_W, BASE_T - 1, TOP)
fixed = fixed.union(cq.Workplane("XZ").polyline([(2, 15), (19, 15), (19, 125)]).close().extrude(30, both=True))

# moving jaw: saddle on the rails
moving = block(100, 140, JAW_W, BASE_T + 4, TOP)
moving = moving.edges("|Y and >X and >Z").chamfer(24)

# serrated hardened jaw plates on the facing sides
for x0, face in ((50, 1), (94, -1)):
    pl = block(x0, x0 + 6, JAW_W - 4, 112, 146)
    xg = x0 + 6 if face > 0 else x0
    for i in range(5):
        pl = pl.cut(cq.Workplane("XY").box(2, 200, 2).rotate((0, 0, 0), (0, 1, 0), 45).translate((xg, 0, 117 + 6 * i)))
    fixed = fixed.union(pl)

# front nut block carries the screw
nut = block(190, BASE_L, JAW_W - 8, BASE_T - 1, 94).edges("|X and >Z").fillet(14)

vise = base.union(fixed).union(moving).union(nut)
for s in (-1, 1):
    vise = vise.union(xcyl(RAIL_R, 30, BASE_L + 4, s * RAIL_Y, RAIL_Z))      # guide rails

# screw spindle with thread rings, thrust collar and head
vise = vise.union(xcyl(9, 130, 262)).union(xcyl(15, 140, 150))
for i in range(9):
    vise = vise.union(xcyl(10.5, 154 + 4 * i, 156 + 4 * i))
for i in range(8):
    vise = vise.union(xcyl(10.5, 216 + 4 * i, 218 + 4 * i))
vise = vise.union(xcyl(16, 252, 280))

# handle bar across Y with end knobs
vise = vise.union(cq.Workplane("XZ").center(266, SPINDLE_Z).circle(5).extrude(70, both=True))
for y0 in (-70, 60):
    vise = vise.union(cq.Workplane("XZ", origin=(266, y0 + 10, SPINDLE_Z)).circle(8).extrude(10))

# sliding-direction arrow engraved in the base, double headed along X
arrow = (cq.Workplane("XY").workplane(offset=BASE_T - 1.5)
         .polyline([(88, 52), (98, 57), (98, 54), (146, 54), (146, 57), (156, 52), (146, 47), (146, 50), (98, 50), (98, 47)])
         .close().extrude(5))
fixture = vise.cut(arrow)
