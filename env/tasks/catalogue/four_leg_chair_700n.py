import cadquery as cq

width, depth, height = 500.0, 500.0, 900.0
seat_top, seat_t = 450.0, 40.0
leg = 40.0
back_t = 30.0
bar = 24.0
bar_z_x, bar_z_y = 150.0, 200.0

leg_x, leg_y = (width - leg) / 2, (depth - leg) / 2


def seat():
    return cq.Workplane("XY").box(width, depth, seat_t).translate((0, 0, seat_top - seat_t / 2))


def legs():
    corners = cq.Workplane("XY").rect(2 * leg_x, 2 * leg_y, forConstruction=True).vertices()
    return corners.rect(leg, leg).extrude(seat_top - seat_t)


def crossbars():
    along_x = cq.Workplane("XY").rarray(1, 2 * leg_y, 1, 2).rect(2 * leg_x, bar).extrude(bar / 2, both=True)
    along_y = cq.Workplane("XY").rarray(2 * leg_x, 1, 2, 1).rect(bar, 2 * leg_y).extrude(bar / 2, both=True)
    return along_x.translate((0, 0, bar_z_x)).union(along_y.translate((0, 0, bar_z_y)))


def backrest():
    plate = cq.Workplane("XY").box(width, back_t, height - seat_top, centered=(True, True, False))
    return plate.translate((0, (depth - back_t) / 2, seat_top))


fixture = seat().union(legs()).union(crossbars()).union(backrest()).clean()
