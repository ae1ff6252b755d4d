import cadquery as cq
import math

L, W, H = 220.0, 60.0, 180.0
t = 8.0

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# upright wall plate, rounded at the bottom
plate = box(0, t, -W / 2, W / 2, 0, H).edges("|X and <Z").fillet(15)

# horizontal support arm, rounded at the front
arm = box(0, L, -W / 2, W / 2, H - t, H).edges("|Z and >X").fillet(15)

# diagonal rib, flat bar standing between plate and arm
diag = (cq.Workplane("XZ", origin=(0, 7, 0))
        .polyline([(t - 1, 38), (t - 1, 60), (166, H - t + 1), (196, H - t + 1)])
        .close().extrude(14))

# corner gusset under the arm at the wall
gusset = (cq.Workplane("XZ", origin=(0, 4, 0))
          .polyline([(t - 1, H - t + 1), (40, H - t + 1), (t - 1, H - 40)])
          .close().extrude(8))

body = plate.union(arm).union(diag).union(gusset)

# two mounting holes in the wall plate, countersunk from the front
for z in (20, 118):
    body = body.cut(cq.Workplane("YZ", origin=(-1, 0, z)).circle(3.5).extrude(t + 2))
    csk = cq.Workplane("YZ", origin=(t - 3.5, 0, z)).circle(3.5).workplane(offset=3.5).circle(7).loft()
    body = body.cut(csk)

# two small holes in the arm to screw the shelf on
body = body.cut(cq.Workplane("XY", origin=(0, 0, H - t - 1))
                .pushPoints([(70, 18), (70, -18), (190, 18), (190, -18)]).circle(2.5).extrude(t + 2))

fixture = body
