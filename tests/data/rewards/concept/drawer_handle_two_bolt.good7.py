# Cast leaf-shaped bow: side-view arch intersected with a lens plan, broad at the middle,
# standing on two turned trumpet posts with blind screw holes from below.
import cadquery as cq
import math

L, W, H, T = 160.0, 38.0, 40.0, 7.0
XP = 64.0                                # half of the screw distance

# arch strip in XZ: higher in the middle, tips droop past the posts
arch = (cq.Workplane("XZ").moveTo(-L / 2, 20)
        .threePointArc((0, H), (L / 2, 20)).lineTo(L / 2 - 1, 20 - T + 1)
        .threePointArc((0, H - T), (-L / 2 + 1, 20 - T + 1)).close()
        .extrude(W, both=True))
# lens plan with round tips
plan = (cq.Workplane("XY").moveTo(-L / 2 + 5, -8).threePointArc((0, -W / 2), (L / 2 - 5, -8))
        .threePointArc((L / 2, 0), (L / 2 - 5, 8)).threePointArc((0, W / 2), (-L / 2 + 5, 8))
        .threePointArc((-L / 2, 0), (-L / 2 + 5, -8)).close().extrude(H + 5))
bow = arch.intersect(plan)
bow = bow.edges().fillet(2.0)

# turned posts, trumpet-shaped foot, buried in the underside of the bow
prof = (cq.Workplane("XZ").moveTo(0, 0).lineTo(10, 0).lineTo(10, 2).threePointArc((6.8, 6), (6, 12))
        .lineTo(6, 23).lineTo(0, 23).close())
post = prof.revolve(360, (0, 0, 0), (0, 1, 0))
fixture = bow
for x in (-XP, XP):
    fixture = fixture.union(post.translate((x, 0, 0)))
for x in (-XP, XP):
    fixture = fixture.cut(cq.Workplane("XY").center(x, 0).circle(2.0).extrude(18))
    fixture = fixture.cut(cq.Workplane(cq.Solid.makeCone(2.8, 2.0, 0.8, cq.Vector(x, 0, 0))))
