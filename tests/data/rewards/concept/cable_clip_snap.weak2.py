import cadquery as cq

# base pad
base = cq.Workplane("XY").box(45, 28, 5).translate((0, 0, 2.5))
# two arms
arm1 = cq.Workplane("XY").box(3, 20, 18).translate((-8, 0, 13))
arm2 = cq.Workplane("XY").box(3, 20, 18).translate((8, 0, 13))
body = base.union(arm1).union(arm2)
# cable channel
channel = cq.Workplane("XZ").center(0, 11).circle(7).extrude(40, both=True)
body = body.cut(channel)
# screw hole
body = body.faces("<Z").workplane().center(16, 0).hole(4.5)
fixture = body
