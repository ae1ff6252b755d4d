import cadquery as cq

L, P, H = 160.0, 38.0, 40.0      # length X, projection Y, foot height Z
pitch = 132.0                    # screw spacing
foot_w, foot_t = L - pitch, 5.0
grip_h = 18.0                    # grip height (Z)
grip_t = 9.0                     # grip thickness at mid-span
post_w = 16.0
y_end = 24.0                     # outer arch height at the ends

xe = pitch / 2 + post_w / 2      # outer face of the posts
xi = pitch / 2 - post_w / 2

# side profile: outer arch on top, inner arch below, posts at both ends
profile = (
    cq.Workplane("XY")
    .moveTo(-xe, 0).lineTo(-xe, y_end)
    .threePointArc((0, P), (xe, y_end))
    .lineTo(xe, 0).lineTo(xi, 0).lineTo(xi, y_end - 9)
    .threePointArc((0, P - grip_t), (-xi, y_end - 9))
    .lineTo(-xi, 0).close()
)
body = profile.extrude(grip_h / 2, both=True)
body = body.faces("+Z or -Z").edges().fillet(3.0)

feet = (
    cq.Workplane("XZ", origin=(0, 0, 0))
    .pushPoints([(-pitch / 2, 0), (pitch / 2, 0)])
    .rect(foot_w, H).extrude(-foot_t)
    .edges("|Y").fillet(8)
    .faces(">Y").edges().chamfer(1.2)
)
handle = body.union(feet)

# front-fitted M5 screws: clearance hole right through, head sunk in the grip end
for sx in (-1, 1):
    through = cq.Workplane("XZ").center(sx * pitch / 2, 0).circle(2.75).extrude(-P)
    cbore = cq.Workplane("XZ", origin=(0, 18, 0)).center(sx * pitch / 2, 0).circle(5.0).extrude(-P)
    handle = handle.cut(through).cut(cbore)

fixture = handle.translate((0, -P / 2, 0))
