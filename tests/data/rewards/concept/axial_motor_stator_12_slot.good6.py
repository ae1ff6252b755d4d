import cadquery as cq
import math

# Axial-flux stator: back-iron ring with 12 radial teeth on its face
n_slots = 12
r_out, r_in = 90.0, 34.0
h_total, h_yoke = 30.0, 12.0
slot_w = 11.0

ring = cq.Workplane("XY").circle(r_out).circle(r_in).extrude(h_total)

# straight radial slots, open to the top face, the bore and the rim
slot_len = r_out - r_in + 10
slot = (
    cq.Workplane("XY")
    .box(slot_len, slot_w, h_total, centered=(False, True, False))
    .translate((r_in - 5, 0, h_yoke))
)
stator = ring
for i in range(n_slots):
    stator = stator.cut(slot.rotate((0, 0, 0), (0, 0, 1), i * 360.0 / n_slots))

# shallow wedge groove near the top of every tooth flank (slot liner seat)
groove = cq.Workplane("XY").box(slot_len, slot_w + 2, 2, centered=(False, True, False))
groove = groove.translate((r_in - 5, 0, h_total - 5))
for i in range(n_slots):
    stator = stator.cut(groove.rotate((0, 0, 0), (0, 0, 1), i * 360.0 / n_slots))

# chamfer on the lower outer rim
stator = stator.faces("<Z").edges("%CIRCLE").chamfer(1.5)

fixture = stator
