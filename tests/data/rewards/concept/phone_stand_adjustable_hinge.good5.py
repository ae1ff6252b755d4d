import cadquery as cq
import math

W, D, H = 120.0, 120.0, 160.0
BASE_T = 8.0
BACK_W, BACK_T = 90.0, 7.0
TILT = 68.0                     # degrees from the horizontal
BARREL_D, PIN_D = 18.0, 6.0
LIP_T, LIP_H, SHELF = 5.0, 14.0, 18.0
STOP_T, STOP_H = 5.0, 26.0

hinge_y, hinge_z = -10.0, BASE_T + BARREL_D / 2 + 1
BACK_L = (H - hinge_z) / math.sin(math.radians(TILT)) - 2.5

base = (
    cq.Workplane("XY").box(W, D, BASE_T, centered=(True, True, False))
    .edges("|Z").fillet(14).faces(">Z").edges().chamfer(1)
)

# screw bosses at the corners, with holes through the base
boss_pts = [(sx * 46, sy * 46) for sx in (-1, 1) for sy in (-1, 1)]
base = base.union(cq.Workplane("XY").pushPoints(boss_pts).circle(7.5).extrude(BASE_T + 6))

# hinge ears of the base: outer knuckles
def x_cyl(d, x0, x1):
    return cq.Workplane("YZ").center(hinge_y, hinge_z).circle(d / 2).extrude(x1 - x0).translate((x0, 0, 0))


for x0, x1 in ((-48, -32), (-10, 10), (32, 48)):
    ear = cq.Workplane("XY").box(x1 - x0, BARREL_D, hinge_z - BASE_T + 2, centered=(False, True, False)).translate((x0, hinge_y, BASE_T - 1))
    base = base.union(ear).union(x_cyl(BARREL_D, x0, x1))

# back, flat: X across, Y up the back (0 = hinge axis), +Z is the phone side
back = cq.Workplane("XY").box(BACK_W, BACK_L, BACK_T, centered=(True, False, True)).edges("|Z and >Y").fillet(14)
window = cq.Workplane("XY").center(0, BACK_L * 0.58).slot2D(70, 34, 90).extrude(20, both=True)
back = back.cut(window)
lip_y = 22.0
shelf = cq.Workplane("XY").box(BACK_W, LIP_T, SHELF, centered=(True, False, False)).translate((0, lip_y, 0))
lip = cq.Workplane("XY").box(BACK_W, LIP_H, LIP_T, centered=(True, False, False)).edges("|Z and >Y").fillet(4).translate((0, lip_y, SHELF - 1))
port = cq.Workplane("XY").box(16, 60, 40, centered=(True, True, False)).translate((0, lip_y, BACK_T / 2))
back = back.union(shelf).union(lip).cut(port)
for s in (-1, 1):
    stop = (
        cq.Workplane("XY").box(STOP_T, STOP_H, 13, centered=(True, False, False))
        .edges("|X and >Z").fillet(4).translate((s * (BACK_W / 2 - STOP_T / 2), 62, 0))
    )
    back = back.union(stop)
    rib = cq.Workplane("XY").box(5, BACK_L - 40, 6, centered=(True, False, False)).translate((s * 34, 20, -BACK_T / 2 - 5))
    back = back.union(rib)
# free the base knuckles
for x0, x1 in ((-48.5, -31.5), (-10.5, 10.5), (31.5, 48.5)):
    back = back.cut(cq.Workplane("XY").box(x1 - x0, 2 * (BARREL_D / 2 + 1), 60, centered=(False, True, True)).translate((x0, 0, 0)))
back = back.rotate((0, 0, 0), (1, 0, 0), TILT).translate((0, hinge_y, hinge_z))
back = back.union(x_cyl(BARREL_D, -31.5, -10.5)).union(x_cyl(BARREL_D, 10.5, 31.5))

# rack at the back of the base: stop ledges for the strut
body = base.union(back)
strut_top = BACK_L * 0.45
ty = hinge_y + strut_top * math.cos(math.radians(TILT))
tz = hinge_z + strut_top * math.sin(math.radians(TILT))
for s in (-1, 1):
    strut = (
        cq.Workplane("YZ").polyline([(ty, tz + 4), (ty + 4, tz - 8), (46, BASE_T - 1), (54, BASE_T - 1)][::1]).close()
        .extrude(4, both=True).translate((s * 27, 0, 0))
    )
    body = body.union(strut)
for k in range(4):
    notch = cq.Workplane("YZ").polyline([(22 + 9 * k, BASE_T - 1), (31 + 9 * k, BASE_T - 1), (31 + 9 * k, BASE_T + 4)]).close().extrude(36, both=True)
    body = body.union(notch)

# pin with hexagon head and clamp knob
body = body.union(x_cyl(PIN_D, -54, 54)).union(x_cyl(16, 47, 58)).union(x_cyl(12, -54, -47))
fixture = body.cut(cq.Workplane("XY").pushPoints(boss_pts).circle(2.5).extrude(40, both=True))
