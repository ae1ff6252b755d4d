import cadquery as cq

# ---- parameters (mm) ----
PAD_L, PAD_W, PAD_T = 45.0, 28.0, 4.0     # base pad
CABLE_D = 11.0                            # nominal cable diameter
WALL = 2.4                                # snap arm thickness
CLIP_W = 18.0                             # clip width along the cable (Y)
TOTAL_H = 22.0
MOUTH = 7.5                               # opening between the snap lips
CLIP_X = 9.0                              # clip offset from pad centre
SCREW_X, SCREW_D, HEAD_D = -14.5, 4.5, 9.0

r_in = CABLE_D / 2.0 + 0.2
r_out = r_in + WALL
zc = PAD_T + r_out - 1.2                  # channel centre, sunk a little in the pad

# ---- base pad, stands on z = 0 ----
pad = (
    cq.Workplane("XY")
    .box(PAD_L, PAD_W, PAD_T, centered=(True, True, False))
    .edges("|Z").fillet(5.0)
    .faces(">Z").edges().chamfer(0.8)
)

# ---- C-shaped clip profile in XZ, extruded along Y ----
def ring_body(r):
    return (cq.Workplane("XZ").center(CLIP_X, zc).circle(r)
            .extrude(CLIP_W / 2.0, both=True))

# flared lips that guide the cable in
z0 = zc + r_in * 0.80
lip_pts = [(3.2, z0), (r_in + 0.6, z0), (r_in + 2.8, TOTAL_H), (r_in + 0.3, TOTAL_H)]

def lip(sign):
    pts = [(CLIP_X + sign * x, z) for x, z in lip_pts]
    return cq.Workplane("XZ").polyline(pts).close().extrude(CLIP_W / 2.0, both=True)

clip = ring_body(r_out).union(lip(1)).union(lip(-1))
# fillet-like root: widen the foot of the arms where they meet the pad
root = (cq.Workplane("XZ")
        .polyline([(CLIP_X - 9, PAD_T - 0.5), (CLIP_X + 9, PAD_T - 0.5),
                   (CLIP_X + 6.5, PAD_T + 3.0), (CLIP_X - 6.5, PAD_T + 3.0)])
        .close().extrude(CLIP_W / 2.0, both=True))
clip = clip.union(root)

# mouth with V lead-in
mouth = (cq.Workplane("XZ")
         .polyline([(CLIP_X - MOUTH / 2, zc), (CLIP_X + MOUTH / 2, zc),
                    (CLIP_X + MOUTH / 2, z0 + 2.0), (CLIP_X + r_in + 1.2, TOTAL_H + 1),
                    (CLIP_X - r_in - 1.2, TOTAL_H + 1), (CLIP_X - MOUTH / 2, z0 + 2.0)])
         .close().extrude(PAD_W, both=True))
channel = (cq.Workplane("XZ").center(CLIP_X, zc).circle(r_in).extrude(PAD_W, both=True))

fixture = pad.union(clip).cut(mouth).cut(channel)

# ---- countersunk screw hole ----
fixture = (
    fixture.copyWorkplane(cq.Workplane("XY", origin=(SCREW_X, 0, PAD_T)))
    .cskHole(SCREW_D, HEAD_D, 90)
)
