import cadquery as cq

# 6061 round-bar J hook, wall plane at x = 0, lowest point z = 0
rod_r = 11.0
tip_r = 13.0
plate_t, plate_w, plate_h = 12.0, 90.0, 96.0
top = 180.0
shank_x = plate_t + rod_r - 3.0              # bar let 3 mm into the plate
bend_r = (160.0 - tip_r - shank_x) / 2.0
z_c = bend_r + rod_r                         # height of the bend centre
tip_z = z_c + 22.0
shank_top = 160.0

# wall plate
plate = (
    cq.Workplane("YZ")
    .center(0, top - plate_h / 2)
    .rect(plate_w, plate_h)
    .extrude(plate_t)
    .edges("|X").fillet(14)
    .faces(">X").edges().fillet(2)
)

# J centreline: down the plate, round the bend, up to the tip
path = (
    cq.Workplane("XZ")
    .moveTo(shank_x, shank_top)
    .lineTo(shank_x, z_c)
    .threePointArc((shank_x + bend_r, z_c - bend_r), (shank_x + 2 * bend_r, z_c))
    .lineTo(shank_x + 2 * bend_r, tip_z)
)
rod = cq.Workplane("XY", origin=(shank_x, 0, shank_top)).circle(rod_r).sweep(path)
cap = cq.Workplane("XY").sphere(rod_r).translate((shank_x, 0, shank_top))
tip = cq.Workplane("XY").sphere(tip_r).translate((shank_x + 2 * bend_r, 0, tip_z))

hook = plate.union(rod).union(cap).union(tip)

# four M6 countersunk wall screws beside the shank
screws = [(y, z) for y in (-30, 30) for z in (top - 20, top - plate_h + 20)]
hook = (
    hook.faces("<X").workplane(origin=(0, 0, 0), invert=True)
    .pushPoints(screws).circle(3.3).cutThruAll()
)
for y, z in screws:
    csk = cq.Solid.makeCone(3.3, 6.6, 3.5, pnt=cq.Vector(plate_t - 3.4, y, z), dir=cq.Vector(1, 0, 0))
    hook = hook.cut(cq.Workplane(csk))

fixture = hook
