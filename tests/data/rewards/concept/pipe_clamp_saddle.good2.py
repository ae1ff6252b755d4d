import cadquery as cq

# Cradle style saddle (pipe lies in it from above), pipe along Y, centred on the origin.
R_PIPE, R_OUT, BASE = 42.0, 54.0, 16.0

profile = (
    cq.Workplane("XZ", origin=(0, 34, 0))
    .moveTo(-44, -34).lineTo(44, -34)
    .lineTo(R_OUT, 40).lineTo(R_PIPE, 40)
    .threePointArc((0, 40 - R_PIPE), (-R_PIPE, 40))
    .lineTo(-R_OUT, 40)
    .close().extrude(68)
)
base = cq.Workplane("XY").box(160, 80, BASE).translate((0, 0, -40 + BASE / 2)).edges("|Z").fillet(14)
base = base.faces(">Z").edges().fillet(2)
body = base.union(profile)

# lighten below the cradle from both ends, leaving a mid web
for y in (-40, 8):
    pocket = cq.Workplane("XY").box(56, 32, 14).edges("|Y").fillet(6).translate((0, y + 16, -40 + BASE + 8))
    body = body.cut(pocket)

# rounded gusset ribs on the sides, two per flange
rib = (
    cq.Workplane("XZ", origin=(0, 4, 0))
    .moveTo(40, -30).lineTo(76, -30).lineTo(76, -40 + BASE + 2)
    .threePointArc((58, 2), (53, 34)).lineTo(40, 34).close().extrude(8)
    .edges(">X").fillet(2)
)
rib = rib.cut(cq.Workplane("XZ", origin=(0, 50, 40)).circle(R_PIPE + 4).extrude(100))
for y in (-26, 26):
    for mirrored in (rib, rib.mirror("YZ")):
        body = body.union(mirrored.translate((0, y, 0)))

# liner strip forms the contact surface, held by shoulders at the pipe ends
liner = cq.Workplane("XZ", origin=(0, 28, 40)).circle(R_PIPE + 2).circle(R_PIPE - 2).extrude(56)
liner = liner.intersect(cq.Workplane("XY").box(200, 200, 80))
body = body.union(liner)

# bolt holes, slotted for adjustment
slots = cq.Workplane("XY", origin=(0, 0, -45)).pushPoints([(-64, 0), (64, 0)]).slot2D(20, 11, 90).extrude(40)
fixture = body.cut(slots)
