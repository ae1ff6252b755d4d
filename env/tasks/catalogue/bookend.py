import cadquery as cq

length, width, height = 90.0, 130.0, 160.0
sheet = 3.0
corner_r = 30.0
rib_x, rib_z, rib_t = 60.0, 80.0, 4.0

corner = (False, True, False)
base = cq.Workplane("XY").box(length, width, sheet, centered=corner)
upright = cq.Workplane("XY").box(sheet, width, height, centered=corner)
upright = upright.edges("|X and >Z").fillet(corner_r)

rib = (
    cq.Workplane("XZ", origin=(sheet, 0, sheet))
    .lineTo(rib_x, 0)
    .lineTo(0, rib_z)
    .close()
    .extrude(rib_t / 2, both=True)
)
fixture = base.union(upright).union(rib)
