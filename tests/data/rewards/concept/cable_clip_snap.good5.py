import cadquery as cq
import math

PAD_L, PAD_W, PAD_T = 45.0, 28.0, 4.0
HEIGHT = 22.0
CABLE_D = 10.0
WALL = 2.4
SCREW_D, HEAD_D = 4.5, 9.0
CLIP_X = 10.0            # cable axis off-centre, the screw sits on the other side
MOUTH = 7.6              # narrower than the cable: snaps

cz = PAD_T + CABLE_D / 2 + 0.8
ro = CABLE_D / 2 + WALL

pad = (
    cq.Workplane("XY").box(PAD_L, PAD_W, PAD_T, centered=(True, True, False))
    .edges("|Z").fillet(5)
    .faces(">Z").edges().fillet(1)
)
pad = pad.faces(">Z").workplane(origin=(-13, 0, PAD_T)).cskHole(SCREW_D, HEAD_D, 90)

# clip cross-section in XZ, extruded along Y (cable direction)
ring = cq.Workplane("XZ").center(CLIP_X, cz).circle(ro).extrude(PAD_W / 2, both=True)
foot = cq.Workplane("XZ").rect(2 * ro, cz - PAD_T + 1, centered=(True, False)).extrude(PAD_W / 2, both=True).translate((CLIP_X, 0, PAD_T - 1))
arms = (
    cq.Workplane("XZ")
    .polyline([
        (-ro + 0.9, cz + 2), (-ro + 0.6, HEIGHT), (-ro - 0.4 + 3, HEIGHT),
        (-MOUTH / 2, cz + 5.4), (MOUTH / 2, cz + 5.4), (ro + 0.4 - 3, HEIGHT), (ro - 0.6, HEIGHT), (ro - 0.9, cz + 2),
    ]).close().extrude(PAD_W / 2, both=True).translate((CLIP_X, 0, 0))
)
clip = ring.union(foot).union(arms)
channel = cq.Workplane("XZ").center(CLIP_X, cz).circle(CABLE_D / 2).extrude(PAD_W, both=True)
throat = (
    cq.Workplane("XZ")
    .polyline([(-MOUTH / 2, cz), (MOUTH / 2, cz), (MOUTH / 2, cz + 6), (ro - 1.8, HEIGHT + 1), (-ro + 1.8, HEIGHT + 1), (-MOUTH / 2, cz + 6)])
    .close().extrude(PAD_W, both=True).translate((CLIP_X, 0, 0))
)
clip = clip.cut(channel).cut(throat)
fixture = pad.union(clip)
