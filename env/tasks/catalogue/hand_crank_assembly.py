import cadquery as cq

base_l, base_w, base_t = 100.0, 70.0, 10.0
bolt_d, bolt_x, bolt_y = 7.0, 40.0, 25.0
post_l, post_t, axis_z = 40.0, 30.0, 60.0
shaft_d, bearing_d = 16.0, 16.4
collar_d, collar_t = 24.0, 6.0
hub_d, arm_w, arm_t, throw = 32.0, 20.0, 10.0, 80.0
end_d = 24.0
pin_d, pin_l, cap_d, cap_t = 10.0, 50.0, 16.0, 4.0
grip_d, grip_bore = 24.0, 10.6
side_play = 1.0


def along_y(x, diameter, start, stop):
    """Round bar parallel to the shaft, at the shaft's height."""
    return cq.Workplane("XZ", origin=(x, stop, axis_z)).circle(diameter / 2).extrude(stop - start)


# Frame: base and bearing post with a round head.
frame = cq.Workplane("XY").box(base_l, base_w, base_t, centered=(True, True, False))
frame = frame.faces(">Z").workplane().rect(2 * bolt_x, 2 * bolt_y, forConstruction=True).vertices().hole(bolt_d)
frame = frame.union(cq.Workplane("XY").box(post_l, post_t, axis_z, centered=(True, True, False)))
frame = frame.union(along_y(0, post_l, -post_t / 2, post_t / 2)).cut(along_y(0, bearing_d, -post_t / 2, post_t / 2))

# Crank: shaft, collar, arm, handle pin with its cap, all one piece.
arm_in = post_t / 2 + side_play
arm_out = arm_in + arm_t
back = -arm_in
crank = along_y(0, shaft_d, back, arm_out).union(along_y(0, collar_d, back - collar_t, back))
crank = crank.union(along_y(0, hub_d, arm_in, arm_out)).union(along_y(throw, end_d, arm_in, arm_out))
crank = crank.union(cq.Workplane("XY").box(throw, arm_t, arm_w, centered=(False, False, True)).translate((0, arm_in, axis_z)))
pin_end = arm_out + pin_l
crank = crank.union(along_y(throw, pin_d, arm_out, pin_end)).union(along_y(throw, cap_d, pin_end, pin_end + cap_t))

grip = along_y(throw, grip_d, arm_out + side_play, pin_end - side_play)
grip = grip.cut(along_y(throw, grip_bore, arm_out, pin_end))

fixture = cq.Assembly().add(frame, name="frame").add(crank, name="crank").add(grip, name="grip")
