import cadquery as cq


def slab(x, y, z, cx, cy, cz):
    return cq.Workplane("XY").box(x, y, z).translate((cx, cy, cz))


# Back plate in XZ carries the ears; two arms reach forward (-Y) and end in
# flanges where the servo's own tabs are screwed. Centred at the origin.
W, D, H = 80, 60, 55
T = 5
yb = D / 2          # back face
yf = -D / 2         # front face

# ears: back plate 80 wide, 40 tall (z -27.5 .. 12.5)
plate = slab(W, T, 38, 0, yb - T / 2, -H / 2 + 19).edges("|Y").fillet(6)

# cradle (U in plan)
spine = slab(52, T, H, 0, yb - T / 2, 0)
arms = slab(T, D, H, -23.5, 0, 0).union(slab(T, D, H, 23.5, 0, 0))
cradle = spine.union(arms)

# front tabs turned outward, for the servo ears
for s in (-1, 1):
    tab = slab(12, T, H, s * 31, yf + T / 2, 0).edges("|Y").edges(">X" if s > 0 else "<X").fillet(4)
    cradle = cradle.union(tab)

bracket = cradle.union(plate)

# one stiffening rib along the back inside the U, and diagonal ribs at the arm roots
rib = (cq.Workplane("XY", origin=(0, 0, -2.5))
       .polyline([(-22, yb - T + 1), (22, yb - T + 1), (22, yb - T - 16), (12, yb - T - 5), (-12, yb - T - 5), (-22, yb - T - 16)])
       .close().extrude(5).translate((0, 0, -18)))
bracket = bracket.union(rib)
for s in (-1, 1):
    gus = (cq.Workplane("XY", origin=(0, 0, -10))
           .polyline([(s * 25, yb - T + 1), (s * 38, yb - T + 1), (s * 38, yb - T - 1), (s * 26, yb - 26), (s * 25, yb - 26)])
           .close().extrude(4))
    bracket = bracket.union(gus)

# four servo screws, M4 in front tabs
bracket = bracket.cut(
    cq.Workplane("XZ", origin=(0, yf + T + 1, 0)).rect(62, 30, forConstruction=True).vertices().circle(2.2).extrude(20))
# mounting holes in the ears
bracket = bracket.cut(
    cq.Workplane("XZ", origin=(0, yb + 1, 0)).pushPoints([(-33, -20), (33, -20), (-33, 3), (33, 3)]).circle(2.2).extrude(T + 2))
# horn / weight window in the back wall
bracket = bracket.cut(cq.Workplane("XZ", origin=(0, yb + 1, 8)).circle(11).extrude(T + 2))
# cable relief notch in the top of the right arm
notch = slab(20, 14, 16, 23.5, 4, H / 2 - 4).edges("|X and <Z").fillet(5)
fixture = bracket.cut(notch)
