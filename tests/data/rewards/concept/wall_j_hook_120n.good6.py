import cadquery as cq
import math

r = 15.0                       # arm radius
R = 52.0                       # bend radius of the hook
x0 = 41.0                      # where the arm runs straight down
cz = R + r

# wall plate with four bolt holes
plate = (cq.Workplane("XY").box(10, 90, 132, centered=(False, True, False))
         .edges("|X").fillet(12).translate((0, 0, 48)))
plate = plate.cut(cq.Workplane("YZ", origin=(-1, 0, 114))
                  .rect(62, 104, forConstruction=True).vertices().circle(4.5).extrude(12))

# J path: out of the plate, down, round the bend, up to the tip
z_start = cz + 40 + (x0 - 6)
q = x0 - 6                      # radius of the first bend
s = q * math.sqrt(0.5)
path = (cq.Workplane("XZ").moveTo(6, z_start)
        .threePointArc((6 + s, z_start - q + s), (x0, z_start - q))
        .lineTo(x0, cz)
        .threePointArc((x0 + R, cz - R), (x0 + 2 * R, cz))
        .lineTo(x0 + 2 * R, cz + 38))
arm = cq.Workplane("YZ", origin=(6, 0, z_start)).circle(r).sweep(path)

# round tip and a collar where the arm leaves the plate
tip = cq.Workplane("XY").sphere(r).translate((x0 + 2 * R, 0, cz + 38))
collar = (cq.Workplane("YZ", origin=(8, 0, z_start)).circle(25)
          .workplane(offset=10).circle(17).loft())

# rib between plate and arm, below the root
rib = (cq.Workplane("XZ", origin=(0, 5, 0))
       .polyline([(8, z_start - 5), (34, z_start - 22), (34, z_start - 45), (8, 62)]).close().extrude(10))

fixture = plate.union(arm).union(tip).union(collar).union(rib)
