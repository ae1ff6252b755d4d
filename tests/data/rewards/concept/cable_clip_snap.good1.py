import cadquery as cq
import math

# Snap-in cable clip: base pad with the C-shaped snap channel at one end, screw tab at the other.
pad_l, pad_w, pad_t = 45.0, 28.0, 4.0
total_h = 22.0
cable_d = 12.0          # nominal cable
wall = 2.4              # flexible arm thickness
clip_w = 18.0           # length of the channel along the cable (Y)
clip_x = -10.0          # clip centre on the pad
screw_x = 14.0
screw_d, head_d, head_depth = 4.5, 9.0, 2.2
mouth_half = 42.0       # half opening angle, deg

r_in = cable_d / 2 + 0.3
r_out = r_in + wall
cz = pad_t + r_out - 1.2          # ring sinks a little in the pad

base = (
    cq.Workplane("XY")
    .box(pad_l, pad_w, pad_t, centered=(True, True, False))
    .edges("|Z").fillet(4.0)
    .faces(">Z").edges().chamfer(0.6)
)

def polar(r, deg):
    a = math.radians(deg)
    return (clip_x + r * math.sin(a), cz + r * math.cos(a))

# C profile drawn as one wire: outer arc below, inner arc back
ring = (
    cq.Workplane("XZ")
    .moveTo(*polar(r_out, mouth_half))
    .threePointArc(polar(r_out, 180), polar(r_out, -mouth_half))
    .lineTo(*polar(r_in, -mouth_half))
    .threePointArc(polar(r_in, 180), polar(r_in, mouth_half))
    .close()
    .extrude(clip_w / 2, both=True)
)

# flared lead-in lips on both arm tips
clip = ring
for s in (1, -1):
    xi, zi = polar(r_in, s * mouth_half)
    xo, zo = polar(r_out, s * mouth_half)
    lip = (
        cq.Workplane("XZ")
        .polyline([(xi, zi), (xi + s * 3.6, total_h), (xi + s * 5.6, total_h), (xo + s * 0.3, zo - 1.2)])
        .close()
        .extrude(clip_w / 2, both=True)
    )
    clip = clip.union(lip)

# saddle that ties the ring to the pad
saddle = (
    cq.Workplane("XZ").center(clip_x, 0)
    .polyline([(-8, pad_t - 1), (8, pad_t - 1), (5.5, cz - r_in + 1.2), (-5.5, cz - r_in + 1.2)]).close()
    .extrude(clip_w / 2, both=True)
)
bore = cq.Workplane("XZ").center(clip_x, cz).circle(r_in + 0.6).extrude(pad_w, both=True)

fixture = base.union(saddle.cut(bore)).union(clip)
fixture = (
    fixture.faces("<Z").workplane(centerOption="ProjectedOrigin", origin=(0, 0, 0)).center(screw_x, 0).circle(screw_d / 2).cutThruAll()
)
csk = (
    cq.Workplane("XY", origin=(screw_x, 0, pad_t - head_depth))
    .circle(screw_d / 2).workplane(offset=head_depth).circle(head_d / 2).loft()
)
fixture = fixture.cut(csk)
