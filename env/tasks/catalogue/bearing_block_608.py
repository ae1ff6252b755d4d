import cadquery as cq

foot_l, foot_h = 70.0, 8.0
thickness = 14.0
housing_w = 34.0
axis_z = 24.0
seat_d, seat_depth = 22.0, 7.0  # 608 bearing
rear_d = 18.0
bolt_d, bolt_pitch = 5.5, 52.0


def along_y(profile, start, length):
    return profile.extrude(-length).translate((0, start, 0))


on_ground = (True, True, False)
foot = cq.Workplane("XY").box(foot_l, thickness, foot_h, centered=on_ground)
foot = foot.faces(">Z").workplane().rarray(bolt_pitch, 1, 2, 1).hole(bolt_d)
housing = cq.Workplane("XY").box(housing_w, thickness, axis_z, centered=on_ground)
dome = cq.Workplane("XZ").center(0, axis_z).circle(housing_w / 2)
dome = along_y(dome, -thickness / 2, thickness)

rear = along_y(cq.Workplane("XZ").center(0, axis_z).circle(rear_d / 2), -thickness, 2 * thickness)
seat = cq.Workplane("XZ").center(0, axis_z).circle(seat_d / 2).extrude(-seat_depth)
seat = seat.translate((0, -thickness / 2, 0))
fixture = foot.union(housing).union(dome).cut(rear).cut(seat)
