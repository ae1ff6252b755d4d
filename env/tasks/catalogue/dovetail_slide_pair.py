import math

import cadquery as cq

rail_l, width, rail_base = 160.0, 60.0, 12.0
tongue_root, tongue_h, flank = 24.0, 10.0, 60.0
play, lift, head_gap = 0.3, 0.3, 0.5
slider_l, slider_h = 60.0, 24.0
rail_hole_d, rail_hole_x = 6.5, 65.0
lock_d = 6.0


def dovetail(root, h):
    """Trapezoid that widens upwards from its root width at the flank angle."""
    out = h / math.tan(math.radians(flank))
    return [(-root / 2, 0), (root / 2, 0), (root / 2 + out, h), (-root / 2 - out, h)]


def along_x(outline, z, length):
    return cq.Workplane("YZ").polyline(outline).close().extrude(length / 2, both=True).translate((0, 0, z))


rail = cq.Workplane("XY").box(rail_l, width, rail_base, centered=(True, True, False))
rail = rail.union(along_x(dovetail(tongue_root, tongue_h), rail_base, rail_l))
rail = rail.faces("<Z").workplane(origin=(0, 0, 0)).pushPoints([(-rail_hole_x, 0), (rail_hole_x, 0)]).hole(rail_hole_d)

# The groove is the tongue's outline, wider by the play on either side, from the slider's underside up.
floor = rail_base + lift
mouth = tongue_root + 2 * play + 2 * lift / math.tan(math.radians(flank))
slider = cq.Workplane("XY").box(slider_l, width, slider_h, centered=(True, True, False)).translate((0, 0, floor))
slider = slider.cut(along_x(dovetail(mouth, tongue_h + head_gap - lift), floor, slider_l))
slider = slider.faces(">Z").workplane(origin=(0, 0, 0)).hole(lock_d)

fixture = cq.Assembly().add(rail, name="rail").add(slider, name="slider")
