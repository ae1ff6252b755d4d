import cadquery as cq

length, width, height = 160.0, 38.0, 40.0
grip_t, grip_end, corner_r = 9.0, 24.0, 15.0
post_d, pitch = 18.0, 116.0
screw_d, screw_depth = 4.5, 18.0

half = length / 2


def grip():
    side = cq.Workplane("XZ").moveTo(-half, grip_end).threePointArc((0, height), (half, grip_end))
    side = side.line(0, -grip_t).threePointArc((0, height - grip_t), (-half, grip_end - grip_t)).close()
    outline = cq.Workplane("XY").rect(length, width).extrude(height).edges("|Z").fillet(corner_r)
    return side.extrude(width / 2, both=True).intersect(outline)


at_posts = cq.Workplane("XY").rarray(pitch, 1, 2, 1)
posts = at_posts.circle(post_d / 2).extrude(grip_end + grip_t / 3)
screws = at_posts.circle(screw_d / 2).extrude(screw_depth)
fixture = grip().union(posts).cut(screws)
