import cadquery as cq

# Drawer pull, grip projects in +Z, rear mounting face on z = 0
LENGTH = 160.0
FOOT_D = 38.0          # round rosette under each post
HEIGHT = 40.0
POST_D = 17.0
BAR_W, BAR_T = 16.0, 11.0
SCREW_D = 4.3
SCREW_DEPTH = 22.0

cx = LENGTH / 2 - FOOT_D / 2      # half of the bolt spacing (122 mm)


def post(x):
    """Turned post: rosette, concave flare, straight neck."""
    profile = (
        cq.Workplane("XZ")
        .moveTo(0, 0)
        .lineTo(FOOT_D / 2, 0)
        .lineTo(FOOT_D / 2, 2.5)
        .threePointArc((12.0, 6.0), (POST_D / 2, 14.0))
        .lineTo(POST_D / 2, 27.0)
        .lineTo(0, 27.0)
        .close()
    )
    return profile.revolve(360, (0, 0, 0), (0, 1, 0)).translate((x, 0, 0))


# arched grip: elliptical section swept along a shallow arc
z_end = 24.0
z_mid = HEIGHT - BAR_T / 2
path = cq.Workplane("XZ").moveTo(-cx, z_end).threePointArc((0, z_mid), (cx, z_end))
t = path.val().tangentAt(0)
grip = (
    cq.Workplane(cq.Plane(origin=(-cx, 0, z_end), xDir=(0, 1, 0), normal=t.toTuple()))
    .ellipse(BAR_W / 2, BAR_T / 2)
    .sweep(path)
)

# knuckles blend the bar end into the post
balls = cq.Workplane("XY").pushPoints([(-cx, 0), (cx, 0)]).sphere(POST_D / 2 + 1.0).translate((0, 0, z_end))

handle = post(-cx).union(post(cx)).union(balls).union(grip)

# blind screw holes from the drawer side
holes = cq.Workplane("XY").pushPoints([(-cx, 0), (cx, 0)]).circle(SCREW_D / 2).extrude(SCREW_DEPTH)
fixture = handle.cut(holes)
