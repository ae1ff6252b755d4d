import cadquery as cq
import math

# envelope 280 x 140 x 150, spindle along X
LEN, WID, HGT = 280.0, 140.0, 150.0
BASE_L, BASE_T = 215.0, 22.0
JAW_W = 110.0
JAW_T = 42.0
GAP = 45.0                 # opening shown between the jaws
SPINDLE_D, SPINDLE_Z = 20.0, 78.0
RAIL_D, RAIL_Z, RAIL_Y = 16.0, 52.0, 36.0
BOLT_D = 13.0
COLLAR_D = 34.0
HANDLE_D = 10.0

x0 = 0.0
fix_x1 = 12.0 + JAW_T          # fixed jaw 12..54
mov_x0 = fix_x1 + GAP
mov_x1 = mov_x0 + JAW_T

base = (
    cq.Workplane("XY")
    .box(BASE_L, WID, BASE_T, centered=(False, True, False))
    .edges("|Z").fillet(12)
    .faces(">Z").edges().chamfer(2)
)
holes = [(18, 57), (18, -57), (BASE_L - 18, 57), (BASE_L - 18, -57)]
base = base.faces(">Z").workplane(origin=(0, 0, 0)).pushPoints(holes).hole(BOLT_D)


def jaw(profile):
    """Jaw body from a side profile in XZ, centred on Y."""
    return (
        cq.Workplane("XZ").polyline(profile).close()
        .extrude(JAW_W / 2, both=True)
        .edges("|Z").fillet(4)
    )


fixed = jaw([(12, BASE_T - 1), (fix_x1, BASE_T - 1), (fix_x1, HGT), (30, HGT), (12, 118)])
# slides on the top of the base
moving = jaw([(mov_x0, BASE_T - 0.5), (mov_x1, BASE_T - 0.5), (mov_x1, 118), (mov_x1 - 18, HGT), (mov_x0, HGT)])

# replaceable serrated jaw plates
def plate(x, t):
    p = cq.Workplane("XY").box(t, JAW_W - 6, 40, centered=(False, True, False)).translate((x, 0, HGT - 42))
    return p


plates = plate(fix_x1 - 1, 7).union(plate(mov_x0 - 6, 7))
grooves = None
for k in range(4):
    for x in (fix_x1 + 6, mov_x0 - 6):
        g = cq.Workplane("XY").box(2, JAW_W, 2).rotate((0, 0, 0), (0, 1, 0), 45).translate((x, 0, HGT - 36 + 9 * k))
        grooves = g if grooves is None else grooves.union(g)
plates = plates.cut(grooves)

# front stand that carries the rails and the spindle nut
stand = (
    cq.Workplane("XY").box(24, JAW_W, 84, centered=(False, True, False))
    .edges("|X and >Z").fillet(14).translate((BASE_L - 48, 0, BASE_T - 1))
)


def rod(d, xa, xb, y, z):
    return cq.Workplane("YZ").center(y, z).circle(d / 2).extrude(xb - xa).translate((xa, 0, 0))


rails = rod(RAIL_D, 6, BASE_L - 18, RAIL_Y, RAIL_Z).union(rod(RAIL_D, 6, BASE_L - 18, -RAIL_Y, RAIL_Z))
spindle = rod(SPINDLE_D, 6, LEN - 22, 0, SPINDLE_Z)
nut = rod(COLLAR_D, BASE_L - 26, BASE_L - 8, 0, SPINDLE_Z)
head = rod(30, LEN - 28, LEN, 0, SPINDLE_Z).faces(">X").edges().chamfer(2)

handle = cq.Workplane("XZ").center(LEN - 14, SPINDLE_Z).circle(HANDLE_D / 2).extrude(62, both=True)
for s in (-1, 1):
    handle = handle.union(cq.Workplane("XY").sphere(8).translate((LEN - 14, s * 60, SPINDLE_Z)))

fixture = base
for part in (fixed, moving, plates, stand, rails, spindle, nut, head, handle):
    fixture = fixture.union(part)
