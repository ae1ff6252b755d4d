import cadquery as cq
import math

def ycyl(r, y0, y1, z):
    return cq.Workplane(cq.Solid.makeCylinder(r, y1 - y0, cq.Vector(0, y0, z), cq.Vector(0, 1, 0)))

wheel_r, wheel_w, axle_z = 40.0, 24.0, 40.0

# wheel: tread with hub, recessed sides
wheel = ycyl(wheel_r, -wheel_w / 2, wheel_w / 2, axle_z).edges().fillet(4)
for y0, y1 in ((-20, -8), (8, 20)):
    ring = ycyl(29, y0, y1, axle_z).cut(ycyl(13, y0, y1, axle_z))
    wheel = wheel.cut(ring)
wheel = wheel.union(ycyl(13, -15, 15, axle_z))
wheel = wheel.cut(ycyl(6.3, -30, 30, axle_z))       # running clearance on the axle

# U-shaped fork: two cheeks and a bridge
fork = cq.Workplane("XY").box(50, 46, 9, centered=(True, True, False)).translate((0, 0, 87))
for y in (20, -20):
    cheek = (cq.Workplane("XZ", origin=(0, y + 3, 0))
             .moveTo(-13, axle_z).lineTo(-25, 90).lineTo(25, 90).lineTo(13, axle_z)
             .threePointArc((0, axle_z - 13), (-13, axle_z)).close().extrude(6))
    fork = fork.union(cheek)

# axle with heads outside the cheeks
fork = fork.union(ycyl(6, -28, 28, axle_z))
fork = fork.union(ycyl(10, 23, 29, axle_z)).union(ycyl(10, -29, -23, axle_z))

# swivel stem with bearing collar, mounting plate with four holes
stem = cq.Workplane("XY", origin=(0, 0, 94)).circle(12).extrude(32)
collar = cq.Workplane("XY", origin=(0, 0, 96)).circle(22).extrude(10)
plate = cq.Workplane("XY", origin=(0, 0, 123)).rect(90, 80).extrude(7).edges("|Z").fillet(8)
plate = plate.faces(">Z").workplane().rect(68, 58, forConstruction=True).vertices().hole(8.5)
fork = fork.union(stem).union(collar).union(plate)

fixture = cq.Workplane(cq.Compound.makeCompound([fork.val(), wheel.val()]))
