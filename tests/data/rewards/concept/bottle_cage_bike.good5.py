import cadquery as cq
import math

# bottle upright on Z, axis at the origin; rail at the back (-Y)
BOTTLE_R = 36.5
ARM_T = 5.0
R_OUT = BOTTLE_R + ARM_T            # ~ 41.5 -> 83 wide
HEIGHT = 150.0
RAIL_W, RAIL_T = 22.0, 6.0
BAND_H = 11.0
OPEN_HALF = 38.0                    # half opening angle at the front, degrees
HOLE_PITCH, HOLE_D = 64.0, 5.2


def band(z, h, half_open, r_in=BOTTLE_R, r_out=R_OUT):
    """C shaped arm, open to the front (+Y)."""
    ring = cq.Workplane("XY").circle(r_out).circle(r_in).extrude(h)
    a = math.radians(half_open)
    L = 120
    wedge = (
        cq.Workplane("XY")
        .polyline([(0, 0), (-L * math.sin(a), L * math.cos(a)), (L * math.sin(a), L * math.cos(a))])
        .close().extrude(h)
    )
    ring = ring.cut(wedge)
    # rounded tips
    rm = (r_in + r_out) / 2
    for s in (-1, 1):
        ring = ring.union(
            cq.Workplane("XY").center(s * rm * math.sin(a), rm * math.cos(a)).circle((r_out - r_in) / 2).extrude(h)
        )
    return ring.translate((0, 0, z))


# back rail
rail = (
    cq.Workplane("XY")
    .box(RAIL_W, RAIL_T, HEIGHT, centered=(True, False, False))
    .edges("|Y").fillet(6)
    .translate((0, -R_OUT - 1.0, 0))
)

upper = band(112, BAND_H, OPEN_HALF)
middle = band(62, BAND_H, 55)
lower = band(0, 9, 20)

# lower stop: cross-bars under the bottle
stop = cq.Workplane("XY").box(2 * R_OUT - 4, 12, 5, centered=(True, True, False))
stop = stop.union(cq.Workplane("XY").box(12, 2 * R_OUT - 6, 5, centered=(True, True, False)))
stop = stop.union(cq.Workplane("XY").circle(14).extrude(5)).cut(cq.Workplane("XY").circle(7).extrude(5))
front_bridge = (
    cq.Workplane("XY").circle(R_OUT - 3).circle(BOTTLE_R - 6).extrude(5)
)

# retaining lip: engages the bottle's groove, on the top of the rail
lip = (
    cq.Workplane("YZ")
    .polyline([(-R_OUT, 134), (-R_OUT, 149), (-R_OUT + 8, 149), (-R_OUT + 13, 144.5), (-R_OUT + 8, 139), (-R_OUT + 4, 134)])
    .close().extrude(8, both=True)
)

# side ribs join the arms to one another
body = rail
for part in (upper, middle, lower, stop, front_bridge, lip):
    body = body.union(part)
r_mid = (BOTTLE_R + R_OUT) / 2
for deg in (-15, 195):
    a = math.radians(deg)
    rib = (
        cq.Workplane("XY").box(ARM_T - 0.6, 8, 118, centered=(True, True, False))
        .rotate((0, 0, 0), (0, 0, 1), deg)
        .translate((r_mid * math.cos(a), r_mid * math.sin(a), 2))
    )
    body = body.union(rib)

# two M5 bosses for the frame, 64 mm apart
for z in (40, 40 + HOLE_PITCH):
    h = cq.Workplane("XZ").center(0, z).circle(HOLE_D / 2).extrude(100, both=True)
    half = h.intersect(cq.Workplane("XY").box(20, 30, 400).translate((0, -R_OUT, 0)))
    body = body.cut(half)
# weight slot in the rail between the holes
body = body.cut(
    cq.Workplane("XZ").center(0, 90).slot2D(16, 8, 90).extrude(20, both=True).translate((0, -R_OUT, 0))
)
fixture = body
