import cadquery as cq

# Split gearbox housing: horizontal seam through the shaft axes (shafts along Y)
L, W, H = 260.0, 180.0, 160.0
wall = 9.0
seam_z = 78.0
flange_t = 12.0            # each half
body_l, body_w = 212.0, 128.0
bores = [(-48.0, 62.0, 92.0), (50.0, 47.0, 74.0)]   # x, bore dia, boss dia
foot_t = 14.0

# --- outer shell, rounded ---
outer = (cq.Workplane("XY").box(body_l, body_w, H, centered=(True, True, False))
         .edges("|Z").fillet(22)
         .faces(">Z").edges().fillet(14))

# --- mounting foot and bolted flanges ---
foot = (cq.Workplane("XY").box(244, 164, foot_t, centered=(True, True, False))
        .edges("|Z").fillet(16).faces(">Z").edges().fillet(3))
flange = (cq.Workplane("XY", origin=(0, 0, seam_z - flange_t))
          .box(L, 168, 2 * flange_t, centered=(True, True, False))
          .edges("|Z").fillet(18).faces("<Z or >Z").edges().fillet(3))
body = outer.union(foot).union(flange)

# --- bearing bosses ---
for x, d, D in bores:
    boss = (cq.Workplane("XZ", origin=(x, 0, seam_z)).circle(D / 2).extrude(W / 2, both=True)
            .faces("<Y or >Y").chamfer(2.5))
    body = body.union(boss)

# --- vertical ribs: lower (foot to flange) and upper (cover) ---
ribs = cq.Workplane("XY")
for x in (-94, -48, 1, 50, 92):
    for s in (-1, 1):
        low = cq.Workplane("XY").box(8, 16, seam_z - 8).translate((x, s * (body_w / 2 + 7), (seam_z - 8) / 2 + 2))
        up = (cq.Workplane("YZ", origin=(x - 4, 0, 0))
              .polyline([(s * (body_w / 2 - 3), seam_z + 4), (s * (body_w / 2 + 16), seam_z + 4),
                         (s * (body_w / 2 + 1), 138), (s * (body_w / 2 - 3), 138)]).close().extrude(8))
        ribs = ribs.add(low.union(up))
body = body.union(ribs.combine())

# --- oil drain boss on the +X end, low ---
drain = cq.Workplane("YZ", origin=(body_l / 2 - 4, 0, 30)).circle(15).extrude(22)
body = body.union(drain)

# --- inside cavity ---
cavity = (cq.Workplane("XY", origin=(0, 0, 16))
          .box(body_l - 2 * wall, body_w - 2 * wall, H - 16 - wall, centered=(True, True, False))
          .edges("|Z").fillet(14))
body = body.cut(cavity)
for x, d, D in bores:
    body = body.cut(cq.Workplane("XZ", origin=(x, 0, seam_z)).circle(d / 2).extrude(W, both=True))
    # end cap screws round each bearing bore, blind from both sides
    for y in (-W / 2 + 15, W / 2):
        body = body.cut(cq.Workplane("XZ", origin=(x, y, seam_z)).polarArray((d + D) / 4, 45, 360, 4)
                        .circle(2.2).extrude(15))
body = body.cut(cq.Workplane("YZ", origin=(60, 0, 30)).circle(7).extrude(100))

# --- flange bolts, foot bolts ---
fl_pts = [(sx * 119, sy * y) for sx in (-1, 1) for sy in (-1, 1) for y in (24, 70)] + [(1, 75), (1, -75)]
fl_pts = [p for p in fl_pts if abs(p[0]) > 100]
body = body.cut(cq.Workplane("XY", origin=(0, 0, seam_z - 30)).pushPoints(fl_pts).circle(4.5).extrude(60))
body = body.cut(cq.Workplane("XY").pushPoints([(sx * 108, sy * 72) for sx in (-1, 1) for sy in (-1, 1)])
                .circle(6).extrude(foot_t + 10))

# --- visible cover seam: a groove all round the flange ---
seam = (cq.Workplane("XY", origin=(0, 0, seam_z - 0.75)).rect(L + 20, W + 20).extrude(1.5)
        .cut(cq.Workplane("XY", origin=(0, 0, seam_z - 1)).rect(L - 5, 163).extrude(3)))
fixture = body.cut(seam)
