import cadquery as cq

rail_l, rail_w, rail_h = 240.0, 20.0, 18.0
groove_d, groove_low, groove_high = 3.0, 9.0, 14.0
rail_hole, rail_cbore, cbore_depth, rail_pitch = 4.5, 8.0, 4.0, 50.0
car_l, car_w, car_low, car_high = 80.0, 44.0, 5.0, 28.0
play, head = 0.4, 0.5
thread_d, thread_depth, thread_x, thread_y = 5.0, 8.0, 25.0, 15.0


def bar(length, width, low, high, y=0.0):
    return cq.Workplane("XY").box(length, width, high - low, centered=(True, True, False)).translate((0, y, low))


rail = bar(rail_l, rail_w, 0, rail_h)
channel_w = rail_w + 2 * play
carriage = bar(car_l, car_w, car_low, car_high).cut(bar(car_l, channel_w, car_low, rail_h + head))
for side in (-1, 1):
    groove_y = side * (rail_w - groove_d) / 2
    rail = rail.cut(bar(rail_l, groove_d, groove_low, groove_high, groove_y))
    # A ridge as deep as the groove, shifted outwards by the play.
    carriage = carriage.union(bar(car_l, groove_d, groove_low + play, groove_high - play, groove_y + side * play))

rail = rail.faces(">Z").workplane(origin=(0, 0, 0)).rarray(rail_pitch, 1, 5, 1).cboreHole(rail_hole, rail_cbore, cbore_depth)
carriage = carriage.faces(">Z").workplane(origin=(0, 0, 0)).rarray(2 * thread_x, 2 * thread_y, 2, 2).hole(thread_d, thread_depth)

fixture = cq.Assembly().add(rail, name="rail").add(carriage, name="carriage")
