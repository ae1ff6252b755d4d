import cadquery as cq

plate_t, plate_w, plate_h = 10.0, 90.0, 180.0
hole_d = 9.0
hole_low, hole_high = 20.0, 160.0
bar_d = 20.0
arm_z, reach = 60.0, 90.0
bend_r = 50.0
tip = 30.0

plate = cq.Workplane("XY").box(plate_t, plate_w, plate_h, centered=(False, True, False))
plate = plate.faces(">X").workplane(origin=(0, 0, 0)).pushPoints([(0, hole_low), (0, hole_high)]).hole(hole_d)

bend_x = plate_t + reach
diagonal = bend_r * 0.5**0.5
path = (
    cq.Workplane("XZ", origin=(0, 0, 0))
    .moveTo(plate_t, arm_z)
    .lineTo(bend_x, arm_z)
    .threePointArc((bend_x + diagonal, arm_z + bend_r - diagonal), (bend_x + bend_r, arm_z + bend_r))
    .lineTo(bend_x + bend_r, arm_z + bend_r + tip)
)
bar = cq.Workplane("YZ", origin=(plate_t, 0, arm_z)).circle(bar_d / 2).sweep(path)
fixture = plate.union(bar)
