import cadquery as cq

# Small table, six square legs, aprons under the top, H stretcher low down. Floor at z = 0.
top_l, top_w, total_h = 900.0, 600.0, 720.0
top_t = 28.0
leg = 45.0
inset = 30.0
apron_h, apron_t = 70.0, 20.0
str_h, str_t, str_z = 40.0, 25.0, 140.0

xs = [-(top_l / 2 - inset - leg / 2), 0.0, top_l / 2 - inset - leg / 2]
ys = [-(top_w / 2 - inset - leg / 2), top_w / 2 - inset - leg / 2]
under = total_h - top_t

# tabletop with eased corners
top = (
    cq.Workplane("XY", origin=(0, 0, under))
    .rect(top_l, top_w).extrude(top_t)
    .edges("|Z").fillet(20)
    .faces(">Z").edges().fillet(4)
)


def beam(lx, ly, lz, x, y, z):
    return cq.Workplane("XY").box(lx, ly, lz).translate((x, y, z))


table = top
for x in xs:
    for y in ys:
        table = table.union(beam(leg, leg, under + 1, x, y, (under + 1) / 2))

# aprons
span_x, span_y = xs[2] - xs[0], ys[1] - ys[0]
for y in ys:
    table = table.union(beam(span_x, apron_t, apron_h + 1, 0, y, under - apron_h / 2 + 0.5))
for x in xs:
    table = table.union(beam(apron_t, span_y, apron_h + 1, x, 0, under - apron_h / 2 + 0.5))

# lower crossbars: one across each leg pair, one long rail tying them together
for x in xs:
    table = table.union(beam(str_t, span_y, str_h, x, 0, str_z))
table = table.union(beam(span_x, str_t, str_h, 0, 0, str_z))
fixture = table
