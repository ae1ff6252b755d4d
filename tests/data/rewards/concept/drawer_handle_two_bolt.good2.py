import cadquery as cq

# Bow handle, drawer front is the XZ plane at y = -19, grip bulges to +Y.
# centred on the origin: 160 (X) x 38 (Y) x 40 (Z)
foot_l, foot_h, foot_t = 36.0, 40.0, 5.0
half = 80.0
y_back = -19.0
bar_h = 20.0
spacing = 2 * (half - foot_l / 2)

# side profile of the grip and posts: one closed outline between two arcs
bow = (
    cq.Workplane("XY", origin=(0, 0, -bar_h / 2))
    .moveTo(-72, y_back + 2)
    .spline([(-64, -1), (0, 18.9), (64, -1), (72, y_back + 2)], includeCurrent=True)
    .lineTo(52, y_back + 2)
    .spline([(44, -4), (0, 8), (-44, -4), (-52, y_back + 2)], includeCurrent=True)
    .close()
    .extrude(bar_h)
    .faces("|Z").edges("not |X").chamfer(1.5)
)

# stadium shaped foot plates
feet = (
    cq.Workplane("XZ", origin=(0, y_back, 0))
    .pushPoints([(-spacing / 2, 0), (spacing / 2, 0)])
    .slot2D(foot_h, foot_l, 90)
    .extrude(-foot_t)
    .edges(">Y").fillet(1.5)
)

body = bow.union(feet)

# M4 clearance bores enter from the back of each post and stay blind in the bar
bores = (
    cq.Workplane("XZ", origin=(0, y_back, 0))
    .pushPoints([(-spacing / 2, 0), (spacing / 2, 0)])
    .circle(2.1)
    .extrude(-14.0)
)
fixture = body.cut(bores)
