import cadquery as cq

outer_d, bore_d, iron_t, height = 120.0, 40.0, 8.0, 28.0
teeth, tooth_start, tooth_end, tooth_w = 12, 28.0, 56.0, 10.0
hole_d, hole_circle = 5.0, 46.0

iron = cq.Workplane("XY").circle(outer_d / 2).circle(bore_d / 2).extrude(iron_t)
iron = iron.faces(">Z").workplane().polarArray(hole_circle / 2, 45, 360, 4).hole(hole_d)

tooth_l = tooth_end - tooth_start
ring = cq.Workplane("XY", origin=(0, 0, iron_t)).polarArray((tooth_start + tooth_end) / 2, 0, 360, teeth)
fixture = iron.union(ring.rect(tooth_l, tooth_w).extrude(height - iron_t))
