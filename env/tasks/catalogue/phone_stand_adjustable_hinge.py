import cadquery as cq

width, depth, base_t, height = 120.0, 120.0, 8.0, 160.0
barrel_d, pin_d, hinge_y, hinge_z = 22.0, 7.0, 56.0, 17.0
back_w, back_t, lean = 100.0, 10.0, 40.0
lip_front, lip_low, lip_top, lip_t = 30.0, 26.0, 48.0, 6.0
stop_t, stop_reach, stop_low, stop_top = 7.0, 20.0, 70.0, 110.0
boss_d, boss_h, screw_d = 14.0, 9.0, 5.0


def prism(w, side_view):
    return cq.Workplane("YZ").polyline(side_view).close().extrude(w / 2, both=True)


def slab(w, y0, y1, z0, z1):
    return prism(w, [(y0, z0), (y1, z0), (y1, z1), (y0, z1)])


def leaning(w, y0, y1, z0, z1):
    """As a slab, y0 and y1 measured from the front of the leaning back."""
    low, high = (hinge_y + lean * (z - hinge_z) / (height - hinge_z) for z in (z0, z1))
    return prism(w, [(low + y0, z0), (low + y1, z0), (high + y1, z1), (high + y0, z1)])


def rod(d):
    return cq.Workplane("YZ").center(hinge_y, hinge_z).circle(d / 2).extrude(back_w / 2, both=True)


corners = [(x, y) for x in (boss_d - width / 2, width / 2 - boss_d) for y in (boss_d, depth - boss_d)]
bosses = cq.Workplane("XY").pushPoints(corners).circle(boss_d / 2).extrude(base_t + boss_h)
screws = cq.Workplane("XY").pushPoints(corners).circle(screw_d / 2).extrude(base_t + boss_h)

back = leaning(back_w, 0, back_t, hinge_z, height)
stops = leaning(back_w, -stop_reach, back_t / 2, stop_low, stop_top)
stops = stops.cut(slab(back_w - 2 * stop_t, 0, depth, 0, height))
lip = slab(back_w, lip_front, hinge_y + back_t / 2, lip_low, lip_low + lip_t).union(slab(back_w, lip_front, lip_front + lip_t, lip_low, lip_top))
stand = slab(width, 0, depth, 0, base_t).union(bosses).union(rod(barrel_d)).union(back).union(stops).union(lip)
fixture = stand.cut(screws).cut(rod(pin_d))
