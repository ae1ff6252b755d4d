import cadquery as cq

# Strap style saddle: sits over a pipe running along Y and bolts down by its two side flanges
length, width, height = 160.0, 80.0, 80.0
pipe_r = 36.0        # radius of the contact land
strap_r = 47.0       # outside of the strap
rib_r = 52.0         # outside of the ribs
zc = height - rib_r  # pipe axis
flange_t = 14.0


def arch(r, y_len, y0):
    """Solid tombstone: half round on top of straight legs, extruded along Y from y0."""
    return (
        cq.Workplane("XZ", origin=(0, y0 + y_len, 0))
        .moveTo(-r, 0).lineTo(-r, zc)
        .threePointArc((0, zc + r), (r, zc))
        .lineTo(r, 0).close().extrude(y_len)
    )


part = arch(strap_r, width, -width / 2)
plate = cq.Workplane("XY").rect(length, width).extrude(flange_t).edges("|Z").fillet(12)
part = part.union(plate)

# three ribs: hoop over the strap running into a gusset on each flange
for y in (-36, 0, 36):
    hoop = arch(rib_r, 8, y - 4).edges("%CIRCLE").fillet(2.5)
    gusset = (
        cq.Workplane("XZ", origin=(0, y + 4, 0))
        .polyline([(-67, 4), (67, 4), (67, flange_t + 2), (50, zc + 12), (-50, zc + 12), (-67, flange_t + 2)]).close().extrude(8)
    )
    rib = hoop.union(gusset)
    rib = rib.intersect(cq.Workplane("XY").box(length, width, 400))
    part = part.union(rib)

# pipe opening: wide relief at the ends, proud contact band 56 mm long in the middle
part = part.cut(arch(pipe_r + 1.5, width + 2, -width / 2 - 1))
land = arch(strap_r - 2, 56, -28).cut(arch(pipe_r, 60, -30))
land = land.cut(cq.Workplane("XY").box(200, 200, 2 * zc))
part = part.union(land)

# four M10 clearance holes with spot faces between the ribs
pts = [(sx * 65, sy * 18) for sx in (-1, 1) for sy in (-1, 1)]
part = part.cut(cq.Workplane("XY").pushPoints(pts).circle(5.5).extrude(flange_t))
part = part.cut(cq.Workplane("XY", origin=(0, 0, flange_t - 1)).pushPoints(pts).circle(10).extrude(10))
fixture = part
