import cadquery as cq
import math

# --- single-sided axial flux stator core, 12 semi-closed slots ---
N_SLOTS = 12
OD = 180.0            # yoke outer diameter
BORE = 50.0           # shaft / bearing opening
HEIGHT = 30.0
YOKE_T = 10.0         # back iron thickness
TOOTH_RI, TOOTH_RO = 40.0, 86.0
SLOT_W = 12.0         # slot width in the winding window
MOUTH_W = 5.0         # slot opening at the air gap
SHOE_T = 4.0          # tooth tip thickness
BOLT_R, BOLT_D = 32.0, 4.5

# back iron ring
yoke = cq.Workplane("XY").circle(OD / 2).circle(BORE / 2).extrude(YOKE_T)

# annulus of tooth steel that is slotted afterwards
teeth = (
    cq.Workplane("XY").workplane(offset=YOKE_T - 0.01)
    .circle(TOOTH_RO).circle(TOOTH_RI).extrude(HEIGHT - YOKE_T + 0.01)
)

# one T-shaped radial slot along +X: wide winding window, narrow mouth
slot_len = TOOTH_RO - TOOTH_RI + 20
mid = (TOOTH_RO + TOOTH_RI) / 2
window = cq.Workplane("XY").box(slot_len, SLOT_W, HEIGHT - YOKE_T - SHOE_T,
                                centered=(True, True, False)).translate((mid, 0, YOKE_T))
mouth = cq.Workplane("XY").box(slot_len, MOUTH_W, HEIGHT,
                               centered=(True, True, False)).translate((mid, 0, YOKE_T))
slot = window.union(mouth)

for i in range(N_SLOTS):
    teeth = teeth.cut(slot.rotate((0, 0, 0), (0, 0, 1), i * 360.0 / N_SLOTS))

stator = yoke.union(teeth)

# mounting bolt circle on the inner flange
stator = stator.cut(
    cq.Workplane("XY").polarArray(BOLT_R, 15, 360, 6).circle(BOLT_D / 2).extrude(YOKE_T + 1)
)
# lead-in chamfer on the lower bore edge
stator = stator.cut(
    cq.Workplane("XY").circle(BORE / 2 + 1.5).workplane(offset=1.5).circle(BORE / 2).loft()
)

fixture = stator
