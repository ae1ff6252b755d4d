import cadquery as cq

palm_l, palm_w, palm_h = 120.0, 60.0, 30.0
centre_d, mount_d, mount_x, mount_y = 22.0, 5.5, 48.0, 22.0
finger_in, finger_out, finger_w, finger_low, height = 36.0, 50.0, 20.0, 20.0, 140.0
pad_in, pad_w, pad_low = 24.0, 24.0, 100.0
boss_d, boss_l, pivot_d, pivot_x, pivot_z = 28.0, 34.0, 8.0, 43.0, 40.0


def block(x0, x1, w, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, w, z1 - z0, centered=(False, True, False)).translate((x0, 0, z0))


def pivot(diameter, length):
    return cq.Workplane("XZ").center(pivot_x, pivot_z).circle(diameter / 2).extrude(length / 2, both=True)


palm = cq.Workplane("XY").box(palm_l, palm_w, palm_h, centered=(True, True, False))
palm = palm.faces(">Z").workplane().hole(centre_d)
palm = palm.faces(">Z").workplane().rarray(2 * mount_x, 2 * mount_y, 2, 2).hole(mount_d)

finger = block(finger_in, finger_out, finger_w, finger_low, height).union(block(pad_in, finger_in, pad_w, pad_low, height))
finger = finger.union(pivot(boss_d, boss_l))
gripper = palm.union(finger).union(finger.mirror("YZ"))
bore = pivot(pivot_d, palm_w)
fixture = gripper.cut(bore).cut(bore.mirror("YZ"))
