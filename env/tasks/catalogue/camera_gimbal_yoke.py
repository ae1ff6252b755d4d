import cadquery as cq

span, depth, base_t = 120.0, 40.0, 12.0
arm_t, axis_z = 12.0, 80.0
bore_d, seat_d, seat_depth = 22.0, 28.0, 4.0
boss_d, boss_t = 34.0, 5.0
window_w, window_h, window_z = 20.0, 30.0, 38.0
centre_d, screw_d, screw_pcd = 16.0, 4.5, 30.0

inner = span / 2 - arm_t


def disc(diameter, start, thickness):
    """Round disc about the tilt axis, growing along +X."""
    return cq.Workplane("YZ").workplane(offset=start).center(0, axis_z).circle(diameter / 2).extrude(thickness)


base = cq.Workplane("XY").box(span, depth, base_t, centered=(True, True, False))
base = base.faces(">Z").workplane().hole(centre_d).faces(">Z").workplane().polarArray(screw_pcd / 2, 45, 360, 4).hole(screw_d)

arm = cq.Workplane("XY").box(arm_t, depth, axis_z, centered=(False, True, False)).translate((inner, 0, 0))
arm = arm.union(disc(depth, inner, arm_t))
arm = arm.cut(cq.Workplane("XY").box(arm_t, window_w, window_h, centered=(False, True, True)).translate((inner, 0, window_z)))
arm = arm.cut(disc(bore_d, inner, arm_t)).cut(disc(seat_d, inner, seat_depth))
boss = disc(boss_d, span / 2, boss_t).cut(disc(bore_d, span / 2, boss_t))

fixture = base.union(arm).union(arm.mirror("YZ")).union(boss)
