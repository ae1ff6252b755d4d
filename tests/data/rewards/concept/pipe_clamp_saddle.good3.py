import cadquery as cq

# ---- parameters: cradle style saddle, pipe axis along Y ----
L, W, H = 160.0, 80.0, 80.0
pipe_r = 40.0
wall = 10.0
flange_t = 14.0
pipe_z = H                     # pipe centre line level with the rim
land_w, groove = 14.0, 1.5     # contact lands left between two relief grooves
hole_d, cb_d, cb_h = 11.0, 20.0, 3.0
hole_x = 66.0
rib_t = 12.0

body_w = 2 * (pipe_r + wall)

base = cq.Workplane("XY").box(L, W, flange_t, centered=(True, True, False))
base = base.edges("|Z").fillet(12)

body = cq.Workplane("XY").box(body_w, W, H, centered=(True, True, False))
body = body.faces(">Z").edges("|Y").fillet(4)
saddle = base.union(body)

# rounded ribs: concave gussets between flange and cradle wall, at both ends
x0, x1 = body_w / 2 - 1, L / 2 - 6
rib_profile = (
    cq.Workplane("XZ")
    .moveTo(x0, flange_t - 1).lineTo(x1, flange_t - 1).lineTo(x1, flange_t + 2)
    .threePointArc((x0 + 8, flange_t + 16), (x0, 62))
    .close()
)
rib = rib_profile.extrude(rib_t / 2, both=True)
rib = rib.edges("|Y and >X").fillet(1.0)
for y in (-30, 30):
    r = rib.translate((0, y, 0))
    saddle = saddle.union(r).union(r.mirror("YZ"))

# semicircular seat, then two shallow reliefs leave three visible contact lands
seat = cq.Workplane("XZ", origin=(0, 0, pipe_z)).circle(pipe_r).extrude(W, both=True)
saddle = saddle.cut(seat)
gap = (W - 3 * land_w) / 2
for s in (-1, 1):
    relief = (
        cq.Workplane("XZ", origin=(0, s * (land_w / 2 + gap / 2), pipe_z))
        .circle(pipe_r + groove).extrude(gap / 2, both=True)
    )
    saddle = saddle.cut(relief)

# flange bolts, counterbored, between the ribs
for x in (-hole_x, hole_x):
    saddle = saddle.cut(cq.Workplane("XY").center(x, 0).circle(hole_d / 2).extrude(flange_t))
    saddle = saddle.cut(
        cq.Workplane("XY").workplane(offset=flange_t - cb_h).center(x, 0).circle(cb_d / 2).extrude(cb_h + 6)
    )

fixture = saddle
