import math

import cadquery as cq

length, width, height = 80.0, 50.0, 40.0
vee_w = 30.0
vee_angle = 90.0
slot_w, slot_depth = 3.0, 18.0
groove_h, groove_depth, groove_z = 6.0, 5.0, 12.0

vee_depth = vee_w / 2 / math.tan(math.radians(vee_angle / 2))
block = cq.Workplane("XY").box(length, width, height, centered=(True, True, False))

vee = (
    cq.Workplane("YZ", origin=(-length, 0, height))
    .moveTo(-vee_w / 2, 0)
    .lineTo(0, -vee_depth)
    .lineTo(vee_w / 2, 0)
    .close()
    .extrude(2 * length)
)
slot = cq.Workplane("XY", origin=(0, 0, height)).rect(2 * length, slot_w).extrude(-slot_depth)
fixture = block.cut(vee).cut(slot)

groove = cq.Workplane("XY").box(2 * length, 2 * groove_depth, groove_h, centered=(True, True, False))
for side in (-1, 1):
    fixture = fixture.cut(groove.translate((0, side * width / 2, groove_z)))
