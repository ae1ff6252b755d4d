import cadquery as cq

grip_l, grip_w, grip_t, corner_r = 140.0, 20.0, 10.0, 6.0
height = 35.0
post_d, pitch = 16.0, 96.0
bolt_d, bolt_depth = 4.0, 20.0

grip_low = height - grip_t
handle = cq.Workplane("XY", origin=(0, 0, grip_low)).rect(grip_l, grip_w).extrude(grip_t).edges("|Z").fillet(corner_r)
feet = cq.Workplane("XY").rarray(pitch, 1, 2, 1)
handle = handle.union(feet.circle(post_d / 2).extrude(grip_low))
fixture = handle.cut(feet.circle(bolt_d / 2).extrude(bolt_depth))
