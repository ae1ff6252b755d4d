import cadquery as cq

# Adjustable phone stand, front is -Y, stands on z = 0.
BASE = 120.0
BASE_T = 8.0
TILT = 20.0                  # degrees from vertical
HINGE_Y, HINGE_Z = 4.0, 20.0
BARREL_R, PIN_R = 9.0, 3.0
BACK_W, BACK_T = 92.0, 6.0
BACK_TOP = 148.0             # along the panel, from the hinge axis
LIP_AT = 16.0                # where the lip sits, along the panel

# ---------- base plate ----------
base = (cq.Workplane("XY").box(BASE, BASE, BASE_T, centered=(True, True, False))
        .edges("|Z").fillet(14)
        .faces(">Z").edges().fillet(2))

# visible screw bosses on the four corners
bosses = (cq.Workplane("XY").rect(92, 92, forConstruction=True).vertices()
          .circle(8).extrude(BASE_T + 5))
base = base.union(bosses)

# ---------- fixed knuckles ----------
def knuckle(x0, x1):
    return cq.Workplane("YZ", origin=(x0, HINGE_Y, HINGE_Z)).circle(BARREL_R).extrude(x1 - x0)

for x0, x1 in ((-46, -24), (24, 46)):
    web = (cq.Workplane("XY").box(x1 - x0, 2 * BARREL_R, HINGE_Z - BASE_T + 1, centered=(False, True, False))
           .translate((x0, HINGE_Y, BASE_T - 1)))
    base = base.union(web).union(knuckle(x0, x1))

# ---------- back support in its own frame (hinge axis = X through origin) ----------
back = (cq.Workplane("XY").box(BACK_W, BACK_T, BACK_TOP - 11, centered=(True, True, False))
        .translate((0, 0, 11))
        .edges("|Y and >Z").fillet(12))
# tongue to the hinge
back = back.union(cq.Workplane("XY").box(46, BACK_T, 14, centered=(True, True, False)))
# cable / weight window
window = (cq.Workplane("XZ").center(0, 88).slot2D(70, 34, 90).extrude(20, both=True))
back = back.cut(window)
# bottom lip: shelf and upturned nose
shelf = cq.Workplane("XY").box(BACK_W, 22, 5, centered=(True, False, False)).translate((0, -BACK_T / 2 - 22, LIP_AT))
nose = (cq.Workplane("XY").box(BACK_W, 5, 14, centered=(True, False, False))
        .translate((0, -BACK_T / 2 - 22, LIP_AT)).edges("|X and >Z").fillet(2))
cable_slot = cq.Workplane("XY").box(16, 60, 40).translate((0, -37, LIP_AT))
back = back.union(shelf.union(nose).cut(cable_slot))
# side stops
for s in (-1, 1):
    stop = (cq.Workplane("XY").box(5, 12, 46, centered=(True, False, False))
            .translate((s * (BACK_W / 2 - 2.5), -BACK_T / 2 - 12 + 0.5, LIP_AT + 2))
            .edges("|X and >Z and <Y").fillet(5))
    back = back.union(stop)
back = back.rotate((0, 0, 0), (1, 0, 0), -TILT).translate((0, HINGE_Y, HINGE_Z))

# ---------- hinge: centre barrel, pin, screw heads ----------
fixture = base.union(back).union(knuckle(-23.5, 23.5))
fixture = fixture.union(cq.Workplane("YZ", origin=(-50, HINGE_Y, HINGE_Z)).circle(PIN_R).extrude(100))
for x in (-51, 46):
    fixture = fixture.union(cq.Workplane("YZ", origin=(x, HINGE_Y, HINGE_Z)).polygon(6, 13).extrude(5))

# screw holes through the bosses, counterbored
fixture = fixture.cut(cq.Workplane("XY").rect(92, 92, forConstruction=True).vertices().circle(2.2).extrude(40))
fixture = fixture.cut(cq.Workplane("XY", origin=(0, 0, BASE_T + 2)).rect(92, 92, forConstruction=True)
                      .vertices().circle(4.2).extrude(10))
