import cadquery as cq

# Drawer pull: 128 mm hole pitch, round posts on oval feet, swept arched grip.
# The drawer face is z = 0, the handle projects along +Z.
length = 160.0
depth = 38.0          # foot size across the handle
projection = 40.0
pitch = 128.0
bar_d = 14.0
post_d = 17.0
foot_t = 4.0
end_z = 22.0          # bar axis height at the posts
mid_z = projection - bar_d / 2.0

half = pitch / 2.0
foot_rx = length / 2.0 - half

# grip: circular section swept along a three-point arc
path = cq.Workplane("XZ").moveTo(-half, end_z).threePointArc((0, mid_z), (half, end_z))
start = cq.Plane(origin=(-half, 0, end_z), xDir=(0, 1, 0), normal=path.val().tangentAt(0))
bar = cq.Workplane(start).circle(bar_d / 2.0).sweep(path)


def post(x):
    foot = (
        cq.Workplane("XY").center(x, 0).ellipse(foot_rx, depth / 2.0).extrude(foot_t)
        .faces(">Z").edges().fillet(1.8)
    )
    shank = cq.Workplane("XY").center(x, 0).circle(post_d / 2.0).extrude(end_z)
    dome = cq.Workplane("XY").sphere(post_d / 2.0).translate((x, 0, end_z))
    return foot.union(shank).union(dome)


fixture = bar.union(post(-half)).union(post(half))

# M4 tapping holes from the back, 18 deep, with a small lead-in
for x in (-half, half):
    hole = cq.Workplane("XY").center(x, 0).circle(1.65).extrude(18)
    lead = cq.Solid.makeCone(2.5, 1.65, 0.85, pnt=cq.Vector(x, 0, 0), dir=cq.Vector(0, 0, 1))
    fixture = fixture.cut(hole).cut(cq.Workplane(obj=lead))
