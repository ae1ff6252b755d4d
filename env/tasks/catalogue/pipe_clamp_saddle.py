import cadquery as cq

span, length, height = 160.0, 80.0, 80.0
inner_r, outer_r = 40.0, 48.0
rib_r, rib_w, rib_y, rib_round = 54.0, 12.0, 18.0, 4.0
flange_t, corner_r = 12.0, 8.0
bolt_d, bolt_x, bolt_y = 11.0, 67.0, 26.0

axis_z = height - rib_r


def arch(radius, width, y=0.0):
    """A full body as wide as the arch: half round on top, straight sides down to the ground."""
    side = cq.Workplane("XZ", origin=(0, y + width / 2, 0)).moveTo(-radius, 0).lineTo(-radius, axis_z)
    return side.threePointArc((0, axis_z + radius), (radius, axis_z)).lineTo(radius, 0).close().extrude(width)


def rib(y):
    return arch(rib_r, rib_w, y).faces("<Y or >Y").edges("not <Z").fillet(rib_round)


flanges = cq.Workplane("XY").box(span, length, flange_t, centered=(True, True, False)).edges("|Z").fillet(corner_r)
flanges = flanges.faces(">Z").workplane().rarray(2 * bolt_x, 2 * bolt_y, 2, 2).hole(bolt_d)
saddle = flanges.union(arch(outer_r, length)).union(rib(rib_y)).union(rib(-rib_y))
fixture = saddle.cut(arch(inner_r, length))
