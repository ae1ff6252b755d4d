# Axial-flux stator: tape-wound steel toroid, 12 semi-closed radial slots milled into one face.
import cadquery as cq
import math

R_OUT, R_IN, H = 90.0, 42.0, 30.0      # ring
BACK = 10.0                            # yoke (back iron) left under the slots
N = 12

ring = cq.Workplane("XY").circle(R_OUT).circle(R_IN).extrude(H)
ring = ring.faces("<Z").edges().chamfer(1.5)

# T-shaped slot section (Y across, Z up): wide coil room, narrow mouth under the tooth tips
slot = (cq.Workplane("YZ")
        .polyline([(-4.5, BACK), (4.5, BACK), (6, BACK + 1.5), (6, 23), (2.5, 26.5),
                   (2.5, H + 1), (-2.5, H + 1), (-2.5, 26.5), (-6, 23), (-6, BACK + 1.5)])
        .close().extrude(R_OUT + 10))
for i in range(N):
    ring = ring.cut(slot.rotate((0, 0, 0), (0, 0, 1), (i + 0.5) * 360.0 / N))

# blind tapped holes in the back of every second tooth, to bolt the stator to its end bell
for i in range(6):
    a = math.radians(i * 60)
    ring = ring.cut(cq.Workplane("XY").center(70 * math.cos(a), 70 * math.sin(a))
                    .circle(2.5).extrude(14))
# two anti-rotation keyways in the shaft opening, under tooth centres, yoke height only
for a in (30, 210):
    key = cq.Workplane("XY").box(8, 6, BACK - 2, centered=(True, True, False)).translate((R_IN, 0, 0))
    ring = ring.cut(key.rotate((0, 0, 0), (0, 0, 1), a))

fixture = ring
