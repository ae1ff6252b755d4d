import cadquery as cq

bore, ring_d, ring_l = 32.0, 56.0, 60.0
ear_end, ear_h, slot = -54.0, 26.0, 4.0
ear_hole, ear_hole_x, ear_hole_y = 6.6, -42.0, 18.0
arm_end, arm_w, arm_h = 116.0, 40.0, 16.0
rib_t, rib_start, rib_depth = 12.0, 20.0, 40.0
plate_t, plate_w, plate_h = 10.0, 80.0, 90.0
plate_hole, plate_y, plate_z = 5.5, 28.0, 30.0


def cylinder_y(diameter, length):
    return cq.Workplane("XZ").circle(diameter / 2).extrude(length / 2, both=True)


def bar(start, end, y, z):
    return cq.Workplane("XY").box(end - start, y, z, centered=(False, True, True)).translate((start, 0, 0))


rib_line = [(rib_start, -arm_h / 2), (arm_end, -arm_h / 2), (arm_end, -rib_depth)]
rib = cq.Workplane("XZ").polyline(rib_line).close().extrude(rib_t / 2, both=True)
body = cylinder_y(ring_d, ring_l).union(bar(ear_end, 0, ring_l, ear_h)).union(bar(0, arm_end, arm_w, arm_h)).union(rib)
body = body.cut(cylinder_y(bore, 2 * ring_l)).cut(bar(ear_end, 0, ring_l, slot))
ear_holes = cq.Workplane("XY").pushPoints([(ear_hole_x, ear_hole_y), (ear_hole_x, -ear_hole_y)])
body = body.cut(ear_holes.circle(ear_hole / 2).extrude(ear_h, both=True))

plate = bar(arm_end, arm_end + plate_t, plate_w, plate_h)
plate = plate.faces(">X").workplane(origin=(0, 0, 0)).rarray(2 * plate_y, 2 * plate_z, 2, 2).hole(plate_hole)
fixture = body.union(plate)
