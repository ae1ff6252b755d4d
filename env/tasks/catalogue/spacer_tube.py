import cadquery as cq

outer_d = 16.0
bore_d = 8.4
length = 25.0

fixture = cq.Workplane("XY").circle(outer_d / 2).circle(bore_d / 2).extrude(length)
