import cadquery as cq

L, W, H = 220, 60, 180          # arm reach, width, wall plate height
t_plate, t_arm, t_rib = 8, 8, 10

# vertical wall plate in the YZ plane, back face on x = 0
wall = (cq.Workplane("XY").box(t_plate, W, H, centered=(False, True, False))
        .edges("|X and <Z").fillet(15))

# horizontal arm flush with the top
arm = (cq.Workplane("XY").box(L, W, t_arm, centered=(False, True, False))
       .edges("|Z and >X").fillet(15)
       .translate((0, 0, H - t_arm)))

# triangular rib on the centre plane, diagonal outer edge, lightened by a window
rib = (cq.Workplane("XZ").polyline([(t_plate - 1, 22), (t_plate - 1, H - t_arm + 1), (L - 15, H - t_arm + 1), (L - 15, H - 18)])
       .close().extrude(t_rib / 2, both=True))
window = (cq.Workplane("XZ").polyline([(26, 68), (26, H - 26), (150, H - 26)]).close()
          .extrude(t_rib, both=True).edges("|Y").fillet(6))
rib = rib.cut(window)

# inside corner reinforcement against the 200 N moment
corner = (cq.Workplane("XZ").polyline([(t_plate, H - t_arm), (t_plate + 14, H - t_arm), (t_plate, H - t_arm - 14)])
          .close().extrude(W / 2 - 2, both=True))

body = wall.union(arm).union(rib).union(corner)

# two wall holes with countersink, one each side of the rib line vertically offset
for y, z in ((17, 50), (-17, 132)):
    body = body.cut(cq.Workplane("YZ").center(y, z).circle(3.5).extrude(t_plate + 1))
    body = body.cut(cq.Workplane("YZ").workplane(offset=t_plate - 3).center(y, z).circle(3.5)
                    .workplane(offset=3.01).circle(7).loft())
# shelf screws
body = body.cut(cq.Workplane("XY").workplane(offset=H - 20)
                .pushPoints([(80, 18), (80, -18), (180, 18), (180, -18)]).circle(2.5).extrude(30))
fixture = body
