import cadquery as cq

leaf_end, leaf_l, leaf_t = 50.0, 70.0, 3.0
leaf_start = 3.0
corner_r = 7.0
barrel_d, pin_d = 12.0, 6.0
groove_w, groove_reach = 0.5, 7.5
groove_ys = (-21.0, -7.0, 7.0, 21.0)
hole_d, sink_d, sink_angle = 4.5, 9.0, 90.0
near_x, far_x, hole_y = 22.0, 40.0, 22.0


def rod(diameter):
    return cq.Workplane("XZ").circle(diameter / 2).extrude(leaf_l / 2, both=True)


def leaf(side):
    width = leaf_end - leaf_start
    plate = cq.Workplane("XY").box(width, leaf_l, leaf_t).translate((side * (leaf_start + width / 2), 0, 0))
    plate = plate.edges("|Z").edges(">X" if side > 0 else "<X").fillet(corner_r)
    screws = [(side * near_x, -hole_y), (side * far_x, 0), (side * near_x, hole_y)]
    return plate.faces(">Z").workplane(origin=(0, 0, 0)).pushPoints(screws).cskHole(hole_d, sink_d, sink_angle)


hinge = leaf(1).union(leaf(-1)).union(rod(barrel_d))
for y in groove_ys:
    hinge = hinge.cut(cq.Workplane("XY").box(2 * groove_reach, groove_w, barrel_d).translate((0, y, 0)))
fixture = hinge.union(rod(pin_d))
