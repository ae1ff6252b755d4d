import cadquery as cq

width, depth, base_t, height = 80.0, 110.0, 8.0, 128.0
barrel_d, pin_d, hinge_y, hinge_z = 16.0, 6.0, 60.0, 14.0
back_w, back_t, lean = 70.0, 8.0, 40.0
shelf_front, shelf_rear, shelf_low, shelf_top = 28.0, 64.0, 24.0, 30.0
lip_t, lip_top = 5.0, 42.0
slot_w, slot_rear = 16.0, 56.0


def prism(w, side_view):
    return cq.Workplane("YZ").polyline(side_view).close().extrude(w / 2, both=True)


def slab(w, y0, y1, z0, z1):
    return prism(w, [(y0, z0), (y1, z0), (y1, z1), (y0, z1)])


def rod(diameter):
    return cq.Workplane("YZ").center(hinge_y, hinge_z).circle(diameter / 2).extrude(width / 2, both=True)


leaning = [(hinge_y, hinge_z), (hinge_y + back_t, hinge_z), (hinge_y + lean + back_t, height), (hinge_y + lean, height)]
tray = slab(back_w, shelf_front, shelf_rear, shelf_low, shelf_top).union(slab(back_w, shelf_front, shelf_front + lip_t, shelf_low, lip_top))
tray = tray.cut(slab(slot_w, shelf_front, slot_rear, shelf_low, lip_top))
stand = slab(width, 0, depth, 0, base_t).union(rod(barrel_d)).union(prism(back_w, leaning)).union(tray)
fixture = stand.cut(rod(pin_d))
