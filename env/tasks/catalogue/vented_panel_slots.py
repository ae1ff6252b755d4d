import cadquery as cq

length, width, height = 200.0, 120.0, 12.0
sheet = 3.0
corner_r = 8.0
slot_l, slot_w, slot_pitch, slot_x = 60.0, 5.0, 10.0, 40.0
rows = 8
hole_d, hole_x, hole_y = 5.0, 88.0, 48.0

pan = (
    cq.Workplane("XY")
    .rect(length, width)
    .extrude(height)
    .edges("|Z")
    .fillet(corner_r)
    .faces("<Z")
    .shell(-sheet)
)
slots = [(side * slot_x, (k - (rows - 1) / 2) * slot_pitch) for side in (-1, 1) for k in range(rows)]
top = pan.faces(">Z").workplane(origin=(0, 0, 0))
pan = top.pushPoints(slots).slot2D(slot_l, slot_w).cutBlind(-sheet)
fixture = pan.faces(">Z").workplane(origin=(0, 0, 0)).rect(2 * hole_x, 2 * hole_y, forConstruction=True).vertices().hole(hole_d, sheet)
