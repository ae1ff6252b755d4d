import cadquery as cq
import math

L, W, H = 160.0, 38.0, 40.0
post_x = 61.0                 # screw spacing 122 mm

# arched grip bar, thicker towards the posts
bar = (cq.Workplane("XZ", origin=(0, 12, 0))
       .moveTo(-77, 16)
       .threePointArc((0, H), (77, 16))
       .lineTo(70, 9)
       .threePointArc((0, H - 11), (-70, 9))
       .close().extrude(24))
bar = bar.edges("not |Y").fillet(4)

handle = bar
for s in (-1, 1):
    # mounting post with a rosette foot
    foot = (cq.Workplane("XY", origin=(s * post_x, 0, 0)).circle(W / 2).extrude(5)
            .faces(">Z").edges().fillet(2))
    post = (cq.Workplane("XY", origin=(s * post_x, 0, 3)).circle(12)
            .workplane(offset=15).circle(10).loft())
    handle = handle.union(foot).union(post)

# blind screw holes (M4) from the drawer side
for s in (-1, 1):
    handle = handle.cut(cq.Workplane("XY", origin=(s * post_x, 0, 0)).circle(2.1).extrude(17))
    handle = handle.cut(cq.Workplane("XY", origin=(s * post_x, 0, 0)).circle(2.8).extrude(1))

fixture = handle
