import cadquery as cq
import math

PLATE_X, PLATE_Y, PLATE_T = 90.0, 80.0, 6.0
HEIGHT = 130.0
WHEEL_D, WHEEL_W = 75.0, 28.0
AXLE_D = 10.0
CHEEK_T, CHEEK_W = 5.0, 34.0
GAP = 3.0
STEM_D, STEM_H = 30.0, 16.0
TRAIL = 0.0

axle_z = WHEEL_D / 2
crown_top = HEIGHT - PLATE_T - STEM_H
crown_t = 8.0
inner = WHEEL_W + 2 * GAP
outer = inner + 2 * CHEEK_T

# wheel: revolved section about the axle (along Y)
w = WHEEL_W / 2
r = WHEEL_D / 2
wheel = (
    cq.Workplane("XY")
    .moveTo(0, -w - GAP)                 # hub boss reaches the cheeks
    .lineTo(10, -w - GAP).lineTo(10, -w + 4).lineTo(r - 12, -w + 4).lineTo(r - 9, -w)
    .lineTo(r - 4, -w).threePointArc((r, 0), (r - 4, w)).lineTo(r - 9, w)
    .lineTo(r - 12, w - 4).lineTo(10, w - 4).lineTo(10, w + GAP).lineTo(0, w + GAP)
    .close()
    .revolve(360, (0, 0, 0), (0, 1, 0))
    .translate((0, 0, axle_z))
)

# axle with heads
axle = cq.Workplane("XZ").center(0, axle_z).circle(AXLE_D / 2).extrude(outer / 2 + 5, both=True)
for s in (-1, 1):
    head = cq.Workplane("XZ").center(0, axle_z).polygon(6, 18).extrude(2.5, both=True).translate((0, s * (outer / 2 + 2), 0))
    axle = axle.union(head)

# cheeks, tapering, rounded at the axle
def cheek(y):
    lower = cq.Workplane("XZ").center(0, axle_z).circle(15).extrude(CHEEK_T / 2, both=True)
    blade = (
        cq.Workplane("XZ")
        .polyline([(-15, axle_z), (15, axle_z), (22, crown_top), (-22, crown_top)]).close()
        .extrude(CHEEK_T / 2, both=True)
    )
    return lower.union(blade).translate((0, y, 0))


yc = inner / 2 + CHEEK_T / 2
crown = (
    cq.Workplane("XY").box(44, outer, crown_t, centered=(True, True, False))
    .translate((0, 0, crown_top - crown_t))
)
fork = crown.union(cheek(yc)).union(cheek(-yc))
fork = fork.edges("|X and >Z").fillet(4)

# swivel stem with bearing race
stem = (
    cq.Workplane("XY").workplane(offset=crown_top - 1).circle(STEM_D / 2).extrude(STEM_H + 2)
    .union(cq.Workplane("XY").workplane(offset=crown_top + 4).circle(22).extrude(8))
)

plate = (
    cq.Workplane("XY").workplane(offset=HEIGHT - PLATE_T)
    .rect(PLATE_X, PLATE_Y).extrude(PLATE_T)
    .edges("|Z").fillet(8)
    .faces(">Z").workplane(origin=(0, 0, HEIGHT)).rect(66, 56, forConstruction=True).vertices().hole(8.5)
)
fixture = plate.union(stem).union(fork).union(axle).union(wheel)
