import cadquery as cq

# Folding step stool, stands on z = 0, user climbs from +Y
W, D, H = 420.0, 360.0, 480.0
step_t = 24.0
leg_w, leg_t = 42.0, 14.0
foot_y, top_y = D / 2 - leg_w / 2, 70.0
z_top = H - step_t
pivot_z = z_top * foot_y / (foot_y + top_y)      # where the legs cross


def leg(x0, y_foot, y_head):
    h = leg_w / 2
    return (cq.Workplane("YZ").workplane(offset=x0)
            .polyline([(y_foot - h, 0), (y_foot + h, 0), (y_head + h, z_top), (y_head - h, z_top)])
            .close().extrude(leg_t))


def rod(x0, length, y, z, r):
    return cq.Workplane("YZ").workplane(offset=x0).center(y, z).circle(r).extrude(length)


# top step with anti-slip grooves
top = (cq.Workplane("XY").box(W, 230, step_t, centered=(True, True, False))
       .edges("|Z").fillet(22).faces(">Z").edges().chamfer(2)
       .translate((0, 0, z_top)))
grooves = (cq.Workplane("XY").workplane(offset=H - 3)
           .rarray(1, 24, 1, 8).slot2D(360, 7).extrude(5))
body = top.cut(grooves)

# crossed side frames: outer leg leans one way, inner leg the other
for s in (1, -1):
    outer = leg(182 if s > 0 else -196, -foot_y, top_y)
    inner = leg(166 if s > 0 else -180, foot_y, -top_y)
    body = body.union(outer).union(inner)
    # pivot: spacer washer, barrel and domed head joining both legs
    body = body.union(rod(160 if s > 0 else -200, 40, 0, pivot_z, 15))
    body = body.union(rod(200 if s > 0 else -206, 6, 0, pivot_z, 10))
    # hinge barrels under the top step
    for y in (top_y, -top_y):
        body = body.union(rod(150 if s > 0 else -202, 52, y, z_top - 10, 15))

# stretchers tie left and right legs of each frame
body = body.union(rod(-190, 380, -foot_y + 30, 60, 10))
body = body.union(rod(-174, 348, foot_y - 30, 60, 10))
body = body.union(rod(-190, 380, 0, pivot_z, 8))

# lower step carried by the front (inner) frame
ls_z = 190.0
y_leg = foot_y - (foot_y + top_y) * ls_z / z_top
lower = (cq.Workplane("XY").box(336, 135, 20, centered=(True, False, False))
         .edges("|Z").fillet(8).translate((0, 38, ls_z)))
lower = lower.cut(cq.Workplane("XY").workplane(offset=ls_z + 17.5).center(0, 110)
                  .rarray(1, 22, 1, 5).slot2D(280, 6).extrude(5))
body = body.union(lower).union(rod(-180, 360, y_leg, ls_z, 12))
for x0 in (-168, 160):
    brace = (cq.Workplane("YZ").workplane(offset=x0)
             .polyline([(165, ls_z + 5), (145, ls_z + 5), (98, 105), (110, 90)]).close().extrude(8))
    body = body.union(brace)

# bores in the visible pivots
for y, z in ((0, pivot_z), (top_y, z_top - 10), (-top_y, z_top - 10)):
    for x0 in (180, -230):
        body = body.cut(rod(x0, 50, y, z, 4))
fixture = body
