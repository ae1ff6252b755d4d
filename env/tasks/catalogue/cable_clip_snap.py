import cadquery as cq

base_l, base_w, base_t = 40.0, 20.0, 4.0
screw_d, screw_x = 4.0, 15.0
outer_d, inner_d, axis_z = 19.0, 13.0, 12.5
opening = 8.0


def rod(diameter):
    return cq.Workplane("XZ", origin=(0, 0, axis_z)).circle(diameter / 2).extrude(base_w / 2, both=True)


base = cq.Workplane("XY").box(base_l, base_w, base_t, centered=(True, True, False))
base = base.faces(">Z").workplane().rarray(2 * screw_x, 1, 2, 1).hole(screw_d)
gap = cq.Workplane("XY").box(opening, base_w, outer_d, centered=(True, True, False)).translate((0, 0, axis_z))
fixture = base.union(rod(outer_d)).cut(rod(inner_d)).cut(gap)
