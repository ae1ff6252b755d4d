import cadquery as cq

# Channel-style bracket: wall plate at +X, arm reaching to -X, a pair of cheek webs whose
# outer edge is the diagonal rib. Origin in the middle of the envelope.
X, Y, Z = 220, 60, 180
PLATE = 6
CHEEK = 6
NOSE = 18          # cheek height left at the arm tip
FOOT = 22          # cheek depth left at the bottom of the wall plate

side = (
    cq.Workplane("XZ", origin=(0, Y / 2, 0))
    .moveTo(X / 2, Z / 2)
    .lineTo(-X / 2, Z / 2)
    .lineTo(-X / 2, Z / 2 - NOSE)
    .lineTo(X / 2 - FOOT, -Z / 2)
    .lineTo(X / 2, -Z / 2)
    .close()
    .extrude(Y)
)

# hollow it into a channel open on the diagonal side
channel = (
    cq.Workplane("XY").box(X, Y - 2 * CHEEK, Z)
    .translate((-PLATE, 0, -PLATE))
)
bracket = side.cut(channel)

# triangular window in both cheeks leaves arm flange, wall flange and diagonal rib
window = (
    cq.Workplane("XZ")
    .polyline([(X / 2 - 20, Z / 2 - 20), (-X / 2 + 38, Z / 2 - 20), (X / 2 - 20, -Z / 2 + 28)])
    .close().extrude(Y, both=True)
    .edges("|Y").fillet(5)
)
bracket = bracket.cut(window)

# tie bar across the two diagonals
tie = cq.Workplane("XZ").center(-4, 0).circle(5).extrude(Y / 2, both=True)
bracket = bracket.union(tie.intersect(side))

bracket = bracket.cut(
    cq.Workplane("YZ").pushPoints([(0, 60), (0, -60)]).circle(4).extrude(X)
)
fixture = bracket.edges("|Y and <X and >Z").chamfer(2)
