import cadquery as cq
import math

L, W, H = 160.0, 80.0, 80.0
cz = 28.0                           # pipe axis height (pipe along Y)
r_pipe, r_out, r_rib = 38.0, 46.0, H - 28.0
ft = 12.0                           # flange thickness

def arch(r, w, y):                  # half round with straight legs, w wide about y
    a = (cq.Workplane("XZ", origin=(0, y + w / 2, 0))
         .moveTo(-r, 0).lineTo(-r, cz).threePointArc((0, cz + r), (r, cz)).lineTo(r, 0)
         .close().extrude(w))
    return a

# flanges and saddle
flange = cq.Workplane("XY").rect(L, W).extrude(ft).edges("|Z").fillet(12)
body = flange.union(arch(r_out, W, 0))

# rounded ribs over the arch, running down onto the flanges
for y in (-31, 31):
    rib = arch(r_rib, 9, y)
    for s in (-1, 1):
        gusset = (cq.Workplane("XZ", origin=(0, y + 4.5, 0))
                  .moveTo(s * 40, ft - 2).lineTo(s * 76, ft - 2).lineTo(s * 76, ft)
                  .threePointArc((s * 58.5, 22), (s * r_rib, 44)).lineTo(s * 40, 44)
                  .close().extrude(9))
        rib = rib.union(gusset)
    body = body.union(rib)
body = body.edges(cq.selectors.BoxSelector((-60, -40, 60), (60, 40, 90))).edges("%CIRCLE").fillet(1.5)

# bearing surface for the pipe
body = body.cut(arch(r_pipe, W + 10, 0))

# two bolt holes in each flange
for x in (-65, 65):
    for y in (-14, 14):
        body = body.cut(cq.Workplane("XY", origin=(x, y, -1)).circle(4.5).extrude(30))

fixture = body
