import cadquery as cq
import math

# Axial-flux stator core: back-iron disc with 12 teeth standing up along Z
OD = 180.0
BORE = 70.0          # shaft opening
HEIGHT = 30.0
YOKE = 11.0          # back-iron thickness
N_SLOTS = 12
SLOT_W = 13.0        # winding slot, parallel sided
SLOT_IN = 9.0        # narrower at the bore so that the teeth keep a root
MOUTH_W = 4.0        # slot opening between the tooth shoes
SHOE = 4.0           # thickness of the tooth shoe

r_out = OD / 2
r_in = BORE / 2

core = cq.Workplane("XY").circle(r_out).circle(r_in).extrude(HEIGHT)


def trapezoid(z0, h, w_in, w_out):
    """Radial slot cutter, running out past both the bore and the rim."""
    a, b = r_in - 8, r_out + 5
    return (
        cq.Workplane("XY")
        .workplane(offset=z0)
        .polyline([(a, -w_in / 2), (b, -w_out / 2), (b, w_out / 2), (a, w_in / 2)])
        .close()
        .extrude(h)
    )


slot = trapezoid(YOKE, HEIGHT - YOKE - SHOE, SLOT_IN, SLOT_W + 8)
mouth = trapezoid(HEIGHT - SHOE - 0.5, SHOE + 1.5, MOUTH_W, MOUTH_W)
cutter = slot.union(mouth)

pitch = 360.0 / N_SLOTS
for i in range(N_SLOTS):
    core = core.cut(cutter.rotate((0, 0, 0), (0, 0, 1), pitch * (i + 0.5)))

# ease the edges of the back iron
core = core.faces("<Z").edges().chamfer(1.0)

# anti-rotation keyway in the bore through the yoke
key = cq.Workplane("XY").center(r_in, 0).rect(8, 8).extrude(YOKE)
fixture = core.cut(key)
