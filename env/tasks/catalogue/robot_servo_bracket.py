import cadquery as cq

width, depth, height = 80.0, 60.0, 55.0
floor_t = 4.0
wall_t, gap, cradle_l = 5.0, 42.0, 40.0
screw_d, screw_z = 3.2, 43.0
ear_hole_d = 4.5
notch_w, notch_l = 14.0, 20.0
rib_t, rib_l, rib_h = 6.0, 9.0, 30.0

outer = gap / 2 + wall_t
ear_x = (outer + width / 2) / 2


def block(x, y, z):
    return cq.Workplane("XY").box(x, y, z, centered=(True, True, False))


cradle = block(2 * outer, cradle_l, height).cut(block(gap, cradle_l, height).translate((0, 0, floor_t)))
screws = cq.Workplane("YZ", origin=(0, 0, screw_z)).rarray(cradle_l / 2, 1, 2, 1).circle(screw_d / 2)
ears = block(width, depth, floor_t)
ears = ears.cut(cq.Workplane("XY").rarray(2 * ear_x, 2 * depth / 3, 2, 2).circle(ear_hole_d / 2).extrude(floor_t))
notch = block(notch_w, notch_l, floor_t).translate((0, (notch_l - depth) / 2, 0))

rib = cq.Workplane("XZ").polyline([(outer, floor_t), (outer + rib_l, floor_t), (outer, floor_t + rib_h)]).close()
rib = rib.extrude(rib_t / 2, both=True)
ribs = rib.union(rib.mirror("YZ"))

fixture = cradle.cut(screws.extrude(outer, both=True)).union(ears).union(ribs).cut(notch)
