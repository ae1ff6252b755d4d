import cadquery as cq
import math

L, W, H = 45.0, 28.0, 22.0
pad_t = 4.0
cx, cz = 9.0, 11.5           # cable centre in XZ
cable_r = 6.0
mouth = 8.5                  # narrower than the cable

# base pad with rounded corners
pad = cq.Workplane("XY").box(L, W, pad_t, centered=(True, True, False))
pad = pad.edges("|Z").fillet(4)

# snap arm block along Y, waisted so that the arms flex
arms = (cq.Workplane("XZ", origin=(0, 10, 0))
        .moveTo(cx - 11, pad_t - 1).lineTo(cx - 9, 9).lineTo(cx - 9, H)
        .lineTo(cx + 9, H).lineTo(cx + 9, 9).lineTo(cx + 11, pad_t - 1)
        .close().extrude(20))
clip = pad.union(arms)

# rounded channel and the mouth above it
channel = cq.Workplane("XZ", origin=(cx, 20, cz)).circle(cable_r).extrude(40)
slot = (cq.Workplane("XY").box(mouth, 40, 12, centered=(True, True, False))
        .translate((cx, 0, cz)))
clip = clip.cut(channel).cut(slot)

# lead-in chamfers at the tips
lead = (cq.Workplane("XZ", origin=(0, 20, 0))
        .moveTo(cx - 8, H).lineTo(cx + 8, H)
        .lineTo(cx + mouth / 2, H - 4).lineTo(cx - mouth / 2, H - 4)
        .close().extrude(40))
clip = clip.cut(lead)

# countersunk screw hole in the free part of the pad
clip = (clip.faces("<Z").workplane(origin=(-13.5, 0, 0))
        .circle(2.2).cutThruAll())
csk = cq.Workplane("XY", origin=(-13.5, 0, pad_t - 2.3)).circle(2.2).workplane(offset=2.3).circle(4.5).loft()
clip = clip.cut(csk)

fixture = clip
