import cadquery as cq
import math

L, W, H = 900.0, 600.0, 720.0
TOP_T = 28.0
LEG = 50.0
INSET = 30.0
APRON_H, APRON_T = 70.0, 22.0
STR_W, STR_H = 30.0, 40.0
STR_Z = 140.0

xs = [-(L / 2 - INSET - LEG / 2), 0.0, L / 2 - INSET - LEG / 2]
ys = [-(W / 2 - INSET - LEG / 2), W / 2 - INSET - LEG / 2]

top = (
    cq.Workplane("XY").workplane(offset=H - TOP_T).rect(L, W).extrude(TOP_T)
    .edges("|Z").fillet(25).faces(">Z").edges().chamfer(3)
)

leg_pts = [(x, y) for x in xs for y in ys]
legs = cq.Workplane("XY").pushPoints(leg_pts).rect(LEG, LEG).extrude(H - TOP_T + 2)

span_x = xs[2] - xs[0]
span_y = ys[1] - ys[0]


def beam(lx, ly, h, x, y, z):
    return cq.Workplane("XY").box(lx, ly, h).translate((x, y, z))


table = top.union(legs)
za = H - TOP_T - APRON_H / 2 + 1
for y in ys:
    table = table.union(beam(span_x, APRON_T, APRON_H, 0, y, za))      # long aprons
    table = table.union(beam(span_x, STR_W, STR_H, 0, y, STR_Z))       # long stretchers
for x in xs:
    table = table.union(beam(APRON_T, span_y, APRON_H, x, 0, za))
    table = table.union(beam(STR_W, span_y, STR_H, x, 0, STR_Z))       # cross stretchers
# centre rail ties the three cross stretchers
fixture = table.union(beam(span_x, STR_W, STR_H, 0, 0, STR_Z))
