import cadquery as cq

plate_t, plate_w, plate_h = 6.0, 40.0, 120.0
screw_d, screw_z = 5.0, (10.0, 104.0)
bar_d, bend_r = 10.0, 15.0
upper_z, upper_out, upper_up = 80.0, 45.0, 20.0
lower_z, lower_out, lower_up = 30.0, 20.0, 10.0


def hook(z, out, up):
    """A round bar from the plate's front face: straight out, round the bend, up."""
    start = cq.Workplane("YZ", origin=(plate_t, 0, z)).circle(bar_d / 2)
    rise = (0, bend_r)
    path = (
        cq.Workplane("XZ", origin=(plate_t, 0, z))
        .lineTo(out, 0)
        .tangentArcPoint((bend_r, rise[1]))
        .line(0, up if rise[1] > 0 else -up)
    )
    return start.sweep(path)


plate = cq.Workplane("XY").box(plate_t, plate_w, plate_h, centered=(False, True, False))
plate = plate.faces(">X").workplane(origin=(0, 0, 0)).pushPoints([(0, z) for z in screw_z])
plate = plate.hole(screw_d)
fixture = plate.union(hook(upper_z, upper_out, upper_up)).union(hook(lower_z, lower_out, lower_up))
