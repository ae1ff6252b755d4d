import cadquery as cq

# Round tapered legs, perimeter stretchers made of dowel, centred on the origin.
LX, LY, LZ = 900, 600, 720
T = 24
half = LZ / 2
leg_xy = [(x, y) for x in (-385, 0, 385) for y in (-240, 240)]

top = cq.Workplane("XY").box(LX, LY, T).edges("|Z").fillet(60).translate((0, 0, half - T / 2))
top = top.faces("<Z").edges().chamfer(8)

# sub frame ring plus middle bearer, glued under the top
frame = cq.Workplane("XY", origin=(0, 0, half - T - 50)).rect(810, 520).rect(760, 470).extrude(50)
bearer = cq.Workplane("XY", origin=(0, 0, half - T - 50)).rect(50, 500).extrude(50)
table = top.union(frame).union(bearer)

# legs taper from 60 mm at the top to 36 mm at the foot
for x, y in leg_xy:
    leg = (
        cq.Workplane("XY", origin=(x, y, -half)).circle(18)
        .workplane(offset=LZ - T).circle(30).loft(ruled=True)
    )
    table = table.union(leg)

# stretchers: both long sides and all three leg pairs
z_long, z_short = -half + 150, -half + 215
for y in (-240, 240):
    table = table.union(cq.Workplane("YZ", origin=(-385, y, z_long)).circle(13).extrude(770))
for x in (-385, 0, 385):
    table = table.union(cq.Workplane("XZ", origin=(x, 240, z_short)).circle(13).extrude(480))
fixture = table
