import cadquery as cq
import math

LENGTH = 160.0
HEIGHT = 40.0           # Z, projection from the drawer
PITCH = 128.0           # screw spacing
FLANGE = 38.0           # round foot of each post: full envelope in Y
NECK_R = 8.5
GRIP_W = 20.0           # width of the bar (Y)
GRIP_T = 12.0
END_Z = 30.0            # top of the bar at its ends
SCREW_D, SCREW_DEPTH = 4.2, 22.0

half = LENGTH / 2
fillet = 4.5

# arched bar: side profile between two arcs, plan outline a slot
profile = (
    cq.Workplane("XZ")
    .moveTo(-half, END_Z - GRIP_T)
    .lineTo(-half, END_Z)
    .threePointArc((0, HEIGHT), (half, END_Z))
    .lineTo(half, END_Z - GRIP_T)
    .threePointArc((0, HEIGHT - GRIP_T), (-half, END_Z - GRIP_T))
    .close()
    .extrude(GRIP_W / 2, both=True)
)
grip = profile.edges("|Z").fillet(GRIP_W / 2 - 0.5).edges("not |Z").fillet(fillet)


# post: revolved, flaring to a round foot
def post(x):
    top = 26.0
    return (
        cq.Workplane("XZ")
        .moveTo(0, 0).lineTo(FLANGE / 2, 0).lineTo(FLANGE / 2, 3)
        .threePointArc((11.5, 7.5), (NECK_R, 18))
        .lineTo(NECK_R, top).lineTo(0, top).close()
        .revolve(360, (0, 0, 0), (0, 1, 0))
        .translate((x, 0, 0))
    )


posts = post(-PITCH / 2).union(post(PITCH / 2))
# keep the feet within the length of the bar
posts = posts.intersect(cq.Workplane("XY").box(LENGTH, 60, 100))

screws = (
    cq.Workplane("XY")
    .pushPoints([(-PITCH / 2, 0), (PITCH / 2, 0)])
    .circle(SCREW_D / 2).extrude(SCREW_DEPTH)
)
fixture = grip.union(posts).cut(screws)
