import cadquery as cq
import math

L, W, H = 80.0, 60.0, 55.0
pocket_x, wall = 42.0, 5.0            # servo body length with clearance
cw = 32.0                             # cradle width along Y

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

xi, xo = pocket_x / 2, pocket_x / 2 + wall

# mounting base, four corner screw holes
br = box(-xo - 6, xo + 6, -W / 2, W / 2, 0, 5).edges("|Z").fillet(6)
br = br.cut(cq.Workplane("XY").rect(46, 46, forConstruction=True).vertices().circle(2.2).extrude(5))

for s in (-1, 1):
    # cradle wall
    x0, x1 = sorted((s * xi, s * xo))
    br = br.union(box(x0, x1, -cw / 2, cw / 2, 0, H))
    # ear for the servo's flange
    e0, e1 = sorted((s * xi, s * L / 2))
    ear = box(e0, e1, -cw / 2, cw / 2, H - 5, H)
    ear = ear.edges("|Z and " + (">X" if s > 0 else "<X")).fillet(5)
    br = br.union(ear)
    # stiffening rib between the ear, the wall and the base
    rib = (cq.Workplane("XZ", origin=(0, 2, 0))
           .polyline([(s * (xo - 1), 3), (s * (xo + 5), 3), (s * (xo + 3), 28),
                      (s * (L / 2 - 3), H - 4), (s * (xo - 1), H - 4)]).close().extrude(4))
    br = br.union(rib)
    # two servo screw holes per ear
    for y in (-5 - 3, 5 + 3):
        br = br.cut(cq.Workplane("XY", origin=(s * 33.5, y, H - 20)).circle(2.1).extrude(30))

# cable notch in one wall, open to the pocket, and a lightening hole in the floor
br = br.cut(cq.Workplane("YZ", origin=(-xo - 1, 10, 14)).slot2D(16, 8, 90).extrude(wall + 2))
br = br.cut(box(-xo - 1, -xi + 1, 10, 20, 10, 18))
br = br.cut(cq.Workplane("XY").circle(11).extrude(6))

fixture = br
