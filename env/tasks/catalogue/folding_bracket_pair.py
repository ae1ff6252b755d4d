import cadquery as cq

plate_t, plate_w, plate_low, plate_high = 5.0, 60.0, -90.0, 10.0
wall_hole, wall_y = 6.0, 20.0
pivot_x, knuckle_r = 17.0, 10.0
lug_in, lug_out = 12.0, 20.0
pin_d, bore_d = 8.0, 8.6
tongue = 11.5
arm_low, arm_high = 2.0, 10.0
arm_w, arm_start, arm_end = 40.0, 35.0, 160.0
arm_hole, arm_hole_x = 5.0, (80.0, 140.0)


def block(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))


def round_y(diameter, y0, y1):
    return cq.Workplane("XZ", origin=(pivot_x, y1, 0)).circle(diameter / 2).extrude(y1 - y0)


# Part on the wall: plate, two lugs, pin.
wall = block(0, plate_t, -plate_w / 2, plate_w / 2, plate_low, plate_high)
for y0, y1 in ((lug_in, lug_out), (-lug_out, -lug_in)):
    wall = wall.union(block(0, pivot_x, y0, y1, -knuckle_r, knuckle_r)).union(round_y(2 * knuckle_r, y0, y1))
wall = wall.union(round_y(pin_d, -lug_out, lug_out))
screws = [(y, z) for y in (-wall_y, wall_y) for z in (-75, -30)]
wall = wall.cut(cq.Workplane("YZ").pushPoints(screws).circle(wall_hole / 2).extrude(plate_t))

# Folding arm, swung out level.
arm = round_y(2 * knuckle_r, -tongue, tongue)
arm = arm.union(block(pivot_x, arm_start, -tongue, tongue, arm_low, arm_high))
arm = arm.union(block(arm_start, arm_end, -arm_w / 2, arm_w / 2, arm_low, arm_high))
arm = arm.cut(round_y(bore_d, -tongue, tongue))
for x in arm_hole_x:
    arm = arm.cut(cq.Workplane("XY", origin=(x, 0, arm_low)).circle(arm_hole / 2).extrude(arm_high - arm_low))

fixture = cq.Assembly().add(wall, name="wall part").add(arm, name="arm")
