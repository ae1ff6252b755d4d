import cadquery as cq
import math

L, W, H = 240.0, 90.0, 70.0
bx, boss_r, bore_r = 180.0, 36.0, 15.0     # shaft axis along Z at x = bx

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

# fixed root plate
root = box(0, 18, -W / 2, W / 2, 0, H).edges("|X").fillet(8)

# arm: tapered in plan, box-like depth
arm = (cq.Workplane("XY", origin=(0, 0, 15))
       .polyline([(10, -42), (10, 42), (bx, 30), (bx, -30)]).close().extrude(40))

# lightening pockets: windows that leave side rails and diagonal webs
wins = [[(26, -28), (26, 28), (76, 0)],
        [(38, 31), (126, 25), (86, 4)],
        [(38, -31), (126, -25), (86, -4)],
        [(96, 0), (136, 20), (136, -20)]]
for w in wins:
    arm = arm.cut(cq.Workplane("XY").polyline(w).close().extrude(H).edges("|Z").fillet(4))
# thin the rails seen from the side
arm = arm.cut(cq.Workplane("XZ", origin=(0, 60, 35)).center(78, 0).slot2D(80, 16).extrude(120))

# boss and clamp ears
boss = cq.Workplane("XY", origin=(bx, 0, 5)).circle(boss_r).extrude(60)
ears = box(bx + 20, L, -22, 22, 5, 65).edges("|Z and >X").fillet(5)
body = root.union(arm).union(boss).union(ears)

# shaft bore, slit and two clamp bolts across it
body = body.cut(cq.Workplane("XY", origin=(bx, 0, -5)).circle(bore_r).extrude(90))
body = body.cut(box(bx, L + 5, -1.5, 1.5, -5, 80))
for z in (20, 50):
    body = body.cut(cq.Workplane("XZ", origin=(228, 50, z)).circle(4.5).extrude(100))

# two root bolt holes, counterbored beside the arm
for y in (-20, 20):
    body = body.cut(cq.Workplane("YZ", origin=(-5, y, 35)).circle(5.5).extrude(30))

fixture = body
