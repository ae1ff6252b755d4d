import cadquery as cq

# ---- parameters (mm) ----
base_w, base_d, base_t = 120.0, 120.0, 8.0
tilt = 22.0                 # back lean from vertical
hinge_y, hinge_z = -4.0, 20.0
barrel_r, pin_r = 10.0, 3.0
back_w, back_t, back_len = 84.0, 6.0, 149.5

# ---- base plate with four screw bosses ----
base = (cq.Workplane("XY").box(base_w, base_d, base_t, centered=(True, True, False))
        .edges("|Z").fillet(14).faces(">Z").edges().chamfer(1.5))
corners = [(-47, -47), (47, -47), (-47, 47), (47, 47)]
bosses = cq.Workplane("XY").pushPoints(corners).circle(8).extrude(14)
base = base.union(bosses)
base = base.cut(cq.Workplane("XY").pushPoints(corners).circle(2.25).extrude(20))
base = base.cut(cq.Workplane("XY").workplane(offset=10.5).pushPoints(corners).circle(4.5).extrude(10))

# ---- clevis ears of the hinge, fixed to the base ----
def ear(x0, width):
    e = cq.Workplane("YZ").workplane(offset=x0).center(hinge_y, hinge_z).circle(barrel_r).extrude(width)
    foot = (cq.Workplane("YZ").workplane(offset=x0)
            .polyline([(hinge_y - 16, base_t - 1), (hinge_y + 16, base_t - 1),
                       (hinge_y + barrel_r, hinge_z), (hinge_y - barrel_r, hinge_z)]).close().extrude(width))
    return e.union(foot)

base = base.union(ear(-42, 18)).union(ear(24, 18))
# side screw bosses on the hinge axis
for x0 in (-50, 42):
    base = base.union(cq.Workplane("YZ").workplane(offset=x0).center(hinge_y, hinge_z).polygon(6, 15).extrude(8))

# ---- tilted back, modelled upright about the hinge axis then rotated ----
back = (cq.Workplane("XY").box(back_w, back_t, back_len - 14, centered=(True, True, False))
        .edges("|Y and >Z").fillet(14).translate((0, 0, 14)))
back = back.cut(cq.Workplane("XZ").center(0, 92).slot2D(70, 34, 90).extrude(20, both=True))
lip = (cq.Workplane("YZ").polyline([(3, 14), (-23, 14), (-23, 30), (-19, 30), (-19, 19), (3, 19)]).close()
       .extrude(back_w / 2, both=True))
stops = (cq.Workplane("XY").pushPoints([(-40, -8), (40, -8)]).rect(4, 16).extrude(50)
         .translate((0, 0, 30)))
stops = stops.edges("|X and <Y").fillet(5)
knuckle = cq.Workplane("YZ").circle(barrel_r - 1).extrude(24, both=True)
web = cq.Workplane("XY").box(48, back_t + 4, 16, centered=(True, True, False))
slot = cq.Workplane("XY").box(18, 20, 40).translate((0, -18, 20)) # charger cable cut through the lip
moving = back.union(lip).union(stops).cut(slot).union(knuckle).union(web)
moving = moving.rotate((0, 0, 0), (1, 0, 0), -tilt).translate((0, hinge_y, hinge_z))

# ---- join, then bore the pin ----
fixture = base.union(moving)
fixture = fixture.cut(cq.Workplane("YZ").workplane(offset=-80).center(hinge_y, hinge_z).circle(pin_r).extrude(160))
