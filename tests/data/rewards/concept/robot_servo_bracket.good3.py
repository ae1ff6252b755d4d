import cadquery as cq

# Servo bracket, cradle opens upward. Servo (standard, 40 x 20) is held between the walls.
width, depth, height = 80.0, 60.0, 55.0
floor_t = 5.0
wall_t = 4.0
servo_gap = 41.0
ear_t = 5.0
inner = servo_gap / 2
outer = inner + wall_t

# U profile in XZ with the two ears at the foot, swept along Y
u = (
    cq.Workplane("XZ")
    .moveTo(-width / 2, 0)
    .lineTo(width / 2, 0)
    .lineTo(width / 2, ear_t)
    .lineTo(outer, ear_t)
    .lineTo(outer, height)
    .lineTo(inner, height)
    .lineTo(inner, floor_t)
    .lineTo(-inner, floor_t)
    .lineTo(-inner, height)
    .lineTo(-outer, height)
    .lineTo(-outer, ear_t)
    .lineTo(-width / 2, ear_t)
    .close()
    .extrude(depth / 2, both=True)
)
u = u.edges("|X and >Z").fillet(10)            # round the wall tops
u = u.edges("|Z and (<X or >X)").fillet(8)     # round the ear corners

# stiffening ribs: one triangular gusset per side between ear and wall, and a low web at the back
for s in (-1, 1):
    gusset = (cq.Workplane("XZ")
              .polyline([(s * (outer - 1), ear_t - 1), (s * (width / 2 - 3), ear_t - 1),
                         (s * (width / 2 - 3), ear_t + 1), (s * outer, 42), (s * (outer - 1), 42)])
              .close().extrude(2.5, both=True))
    u = u.union(gusset)
web = cq.Workplane("XY").box(servo_gap + 1, 4, 18, centered=(True, False, False)).translate((0, depth / 2 - 4, floor_t - 1))
u = u.union(web)

# four servo screw holes: two through each wall
servo_holes = (cq.Workplane("YZ", origin=(-width, 0, 0))
               .pushPoints([(-14, 45), (14, 45)]).circle(2.1).extrude(2 * width))
u = u.cut(servo_holes)

# ear mounting holes, slotted
ears = (cq.Workplane("XY", origin=(0, 0, -1))
        .pushPoints([(sx * 32.5, sy * 17) for sx in (-1, 1) for sy in (-1, 1)])
        .slot2D(8, 4.5, 90).extrude(ear_t + 2))
u = u.cut(ears)

# cable relief notch in the front edge of the floor, with round end
notch = (cq.Workplane("XY", origin=(0, 0, -1)).center(0, -depth / 2).slot2D(28, 12, 90).extrude(floor_t + 2))
fixture = u.cut(notch)
