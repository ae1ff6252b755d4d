import cadquery as cq

# Swivel caster standing on the floor (z = 0), rolling along X, axle along Y, with 10 mm trail
H = 130.0
plate_x, plate_y, plate_t = 90.0, 80.0, 5.0
wheel_r, wheel_w = 35.0, 26.0
trail = -10.0
cheek_y, cheek_t = 16.0, 4.0


def ycyl(r, y0, y1, x=trail, z=wheel_r):
    return cq.Workplane("XZ", origin=(x, y0, z)).circle(r).extrude(-(y1 - y0))


# top plate: four slotted holes
plate = (cq.Workplane("XY").box(plate_x, plate_y, plate_t, centered=(True, True, False))
         .edges("|Z").fillet(10))
plate = plate.faces(">Z").workplane().rarray(64, 56, 2, 2).slot2D(12, 8).cutThruAll()
plate = plate.translate((0, 0, H - plate_t))

# swivel stem and ball race
stem = cq.Workplane("XY").workplane(offset=98).circle(9).extrude(H - plate_t - 97)
race = (cq.Workplane("XZ").polyline([(0, 105), (22, 105), (25, 110), (25, 117), (20, 121), (20, H - plate_t + 1), (0, H - plate_t + 1)])
        .close().revolve(360, (0, 0, 0), (0, 1, 0)))

# U fork: crown plus two tapered cheeks
crown = cq.Workplane("XY").box(48, 2 * (cheek_y + cheek_t), 6).edges("|Z").fillet(6).translate((0, 0, 103))
fork = crown
for y0 in (cheek_y, -cheek_y - cheek_t):
    cheek = (cq.Workplane("XZ", origin=(0, y0 + cheek_t, 0))
             .polyline([(-22, 106), (22, 106), (22, 92), (trail + 12, wheel_r), (trail - 12, wheel_r), (-22, 85)])
             .close().extrude(cheek_t))
    fork = fork.union(cheek).union(ycyl(12, y0, y0 + cheek_t))

# wheel: tyre with rounded shoulders, recessed disc, hub reaching both cheeks
wheel = ycyl(wheel_r, -wheel_w / 2, wheel_w / 2).edges().fillet(5)
for y0, y1 in ((8, 14), (-14, -8)):
    wheel = wheel.cut(ycyl(25, y0, y1).cut(ycyl(11, y0, y1)))
wheel = wheel.union(ycyl(9, -cheek_y, cheek_y))

# axle with hex head and nut
axle = ycyl(4, -27, 27)
head = cq.Workplane("XZ", origin=(trail, -20, wheel_r)).polygon(6, 14).extrude(5)
nut = cq.Workplane("XZ", origin=(trail, 25, wheel_r)).polygon(6, 14).extrude(5)

fixture = plate.union(stem).union(race).union(fork).union(wheel).union(axle).union(head).union(nut)
