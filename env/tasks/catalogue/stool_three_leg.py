import cadquery as cq

seat_d, seat_t = 320.0, 30.0
height = 450.0
leg_d = 36.0
leg_circle_d = 220.0
shelf_d, shelf_t, shelf_z = 240.0, 15.0, 120.0


def disc(diameter, thickness, z):
    return cq.Workplane("XY", origin=(0, 0, z)).circle(diameter / 2).extrude(thickness)


legs = (
    cq.Workplane("XY")
    .polarArray(leg_circle_d / 2, 0, 360, 3)
    .circle(leg_d / 2)
    .extrude(height - seat_t)
)
shelf = disc(shelf_d, shelf_t, shelf_z)
seat = disc(seat_d, seat_t, height - seat_t)
fixture = legs.union(shelf).union(seat)
