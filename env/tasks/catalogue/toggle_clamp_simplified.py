import cadquery as cq

base_l, base_w, base_t = 80.0, 50.0, 6.0
bolt_d, bolt_x, bolt_y = 6.5, 30.0, 17.0
cheek_l, cheek_t, cheek_gap = 40.0, 6.0, 14.0
pivot_d, pivot_z = 10.0, 40.0
arm_h, arm_start, arm_end = 16.0, -30.0, 90.0
spindle_d, spindle_x = 10.0, 80.0
spindle_low, spindle_high = 8.0, 60.0
foot_d, foot_h = 20.0, 8.0
handle_d, handle_x, handle_end = 14.0, -22.0, 130.0


def rod(diameter, x, low, high):
    return cq.Workplane("XY").workplane(offset=low).center(x, 0).circle(diameter / 2).extrude(high - low)


base = cq.Workplane("XY").box(base_l, base_w, base_t, centered=(True, True, False))
base = base.faces(">Z").workplane(origin=(0, 0, 0)).rect(2 * bolt_x, 2 * bolt_y, forConstruction=True).vertices().hole(bolt_d)

# A cheek: upright plate with a round head about the pivot.
head = cq.Workplane("XZ").center(0, pivot_z).circle(cheek_l / 2).extrude(cheek_t)
cheek = cq.Workplane("XZ").rect(cheek_l, 2 * pivot_z).extrude(cheek_t).union(head)
cheek = cheek.intersect(cq.Workplane("XZ").rect(cheek_l, 4 * pivot_z).extrude(cheek_t)).translate((0, -cheek_gap / 2, 0))
cheek = cheek.cut(cq.Workplane("XY").box(2 * cheek_l, 10 * cheek_gap, 4 * pivot_z).translate((0, 0, -2 * pivot_z)))
pivot = cq.Workplane("XZ").center(0, pivot_z).circle(pivot_d / 2).extrude(cheek_gap / 2 + cheek_t, both=True)

arm = cq.Workplane("XY").box(arm_end - arm_start, cheek_gap - 2, arm_h).translate(((arm_start + arm_end) / 2, 0, pivot_z))
spindle = rod(spindle_d, spindle_x, spindle_low, spindle_high).union(rod(foot_d, spindle_x, spindle_low - foot_h, spindle_low))
handle = rod(handle_d, handle_x, pivot_z + arm_h / 2, handle_end)

fixture = base.union(cheek).union(cheek.mirror("XZ")).union(pivot).union(arm).union(spindle).union(handle)
