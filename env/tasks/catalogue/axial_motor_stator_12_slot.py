import cadquery as cq

outer_d, bore_d, iron_t, height = 180.0, 70.0, 10.0, 30.0
teeth, tooth_start, tooth_end, tooth_w = 12, 46.0, 86.0, 14.0

tooth_l = tooth_end - tooth_start
tooth_mid = (tooth_start + tooth_end) / 2

ring = cq.Workplane("XY").circle(outer_d / 2).circle(bore_d / 2).extrude(iron_t)
places = cq.Workplane("XY", origin=(0, 0, iron_t)).polarArray(tooth_mid, 0, 360, teeth)
fixture = ring.union(places.rect(tooth_l, tooth_w).extrude(height - iron_t))
