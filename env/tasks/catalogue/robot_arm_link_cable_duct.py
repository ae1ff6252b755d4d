import cadquery as cq

reach = 250.0
big_d, big_bore = 80.0, 44.0
small_d, small_bore = 60.0, 32.0
boss_h = 60.0
beam_w, beam_h = 44.0, 44.0
duct_w, duct_h = 30.0, 26.0
entry_d = 18.0
big_pcd, big_screw, big_depth = 62.0, 5.5, 15.0
small_pcd, small_screw, small_depth = 46.0, 4.5, 12.0

mid_z = boss_h / 2


def between_axes(w, h):
    """Bar from one boss axis to the other at mid height."""
    return cq.Workplane("XY").box(reach, w, h).translate((reach / 2, 0, mid_z))


def upright(x, diameter, low=0.0, high=boss_h):
    return cq.Workplane("XY", origin=(x, 0, low)).circle(diameter / 2).extrude(high - low)


link = upright(0, big_d).union(upright(reach, small_d)).union(between_axes(beam_w, beam_h))
link = link.cut(between_axes(duct_w, duct_h))
link = link.cut(upright(0, big_bore)).cut(upright(reach, small_bore))
link = link.cut(upright(reach / 2, entry_d, mid_z, boss_h))

for x, pcd, first, count, screw, depth in (
    (0, big_pcd, 0, 6, big_screw, big_depth),
    (reach, small_pcd, 45, 4, small_screw, small_depth),
):
    tool = cq.Workplane("XY", origin=(x, 0, boss_h)).polarArray(pcd / 2, first, 360, count).circle(screw / 2).extrude(-depth)
    link = link.cut(tool)
fixture = link
