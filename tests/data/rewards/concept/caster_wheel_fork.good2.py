import cadquery as cq
import math

# Centred at origin; axle along X, wheel rolls along Y; arch-shaped fork
ZA = -27.0          # axle height
R = 38.0

# fork: rounded arch, drawn in XZ, extruded along Y, trimmed to a taper
arch = (cq.Workplane("XZ").moveTo(-24, ZA - 12).lineTo(-24, 18).threePointArc((0, 40), (24, 18))
        .lineTo(24, ZA - 12).lineTo(18, ZA - 12).lineTo(18, 18).threePointArc((0, 33), (-18, 18))
        .lineTo(-18, ZA - 12).close().extrude(20, both=True))
taper = (cq.Workplane("YZ").moveTo(-20, 45).lineTo(20, 45).lineTo(20, 10).lineTo(11, ZA)
         .threePointArc((0, ZA - 11), (-11, ZA)).lineTo(-20, 10).close().extrude(40, both=True))
fork = arch.intersect(taper)

# wheel as revolved profile (half section: axis X)
pts = [(-18, 4), (-18, 10), (-9, 10), (-9, 27), (-14, 27), (-14, R - 4), (-10, R), (10, R),
       (14, R - 4), (14, 27), (9, 27), (9, 10), (18, 10), (18, 4)]
wheel = cq.Workplane("XY").polyline(pts).close().revolve(360, (0, 0, 0), (1, 0, 0))
for k in range(6):
    a = math.radians(60 * k)
    wheel = wheel.cut(cq.Workplane("YZ").center(18.5 * math.cos(a), 18.5 * math.sin(a)).circle(5).extrude(20, both=True))
wheel = wheel.translate((0, 0, ZA))

axle = cq.Workplane("YZ", origin=(0, 0, ZA)).circle(4.5).extrude(28, both=True)
axle = axle.union(cq.Workplane("YZ", origin=(24, 0, ZA)).circle(8).extrude(5))
axle = axle.union(cq.Workplane("YZ", origin=(-29, 0, ZA)).polygon(6, 15).extrude(5))

# stepped swivel stem and mounting plate
stem = (cq.Workplane("XY", origin=(0, 0, 34)).circle(18).extrude(8)
        .faces(">Z").workplane().circle(11).extrude(10)
        .faces(">Z").workplane().circle(20).extrude(8))
plate = (cq.Workplane("XY", origin=(0, 0, 59)).rect(90, 80).extrude(6)
         .edges("|Z").chamfer(12).faces(">Z").edges().fillet(1.5)
         .faces("<Z").workplane().rect(64, 54, forConstruction=True).vertices().hole(8))

fixture = fork.union(wheel).union(axle).union(stem).union(plate)
