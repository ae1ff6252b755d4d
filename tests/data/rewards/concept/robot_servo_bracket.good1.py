import cadquery as cq

# Standard-size servo (40.5 x 20 body) drops into the U from above.
# Base and ears on z = 0, servo flanges rest on the wall tops.
pocket = 41.0
wall = 9.5
base_t = 5.0
H = 55.0
W, D = 80.0, 60.0
cradle_d = 30.0
hole_dx, hole_dy = 49.5, 10.0     # servo flange hole pattern

outer = pocket + 2 * wall

# ear plate (two side ears stick out past the cradle walls)
ears = cq.Workplane("XY").rect(W, D).extrude(base_t).edges("|Z").fillet(8)

# U cradle
u = (
    cq.Workplane("XZ")
    .moveTo(-outer / 2, 0).lineTo(outer / 2, 0).lineTo(outer / 2, H)
    .lineTo(pocket / 2, H).lineTo(pocket / 2, base_t).lineTo(-pocket / 2, base_t)
    .lineTo(-pocket / 2, H).lineTo(-outer / 2, H).close()
    .extrude(cradle_d / 2, both=True)
)
u = u.edges("|Y and >Z").fillet(1.5)
part = ears.union(u)

# stiffening ribs: wall to ear, one each side
for s in (-1, 1):
    rib = (
        cq.Workplane("XZ")
        .polyline([(s * (outer / 2 - 1), base_t - 1), (s * (W / 2 - 2), base_t - 1),
                   (s * (W / 2 - 2), base_t + 2), (s * (outer / 2 - 1), 42)]).close()
        .extrude(2.5, both=True)
    )
    part = part.union(rib)

# four servo screw pilots in the wall tops
part = part.cut(
    cq.Workplane("XY", origin=(0, 0, H - 14)).rect(hole_dx, hole_dy, forConstruction=True)
    .vertices().circle(1.5).extrude(20)
)

# ear mounting holes, two per ear
part = part.cut(
    cq.Workplane("XY").rect(66, 42, forConstruction=True).vertices().circle(2.2).extrude(base_t)
)

# cable relief notch: U-shaped, open at the rear edge and running under the servo
notch = cq.Workplane("XY").center(-8, D / 2).slot2D(48, 12, 90).extrude(base_t)
part = part.cut(notch)

fixture = part
