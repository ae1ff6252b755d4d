import cadquery as cq
import math

m = 51.0                              # motor position (+-m, +-m)
R, wall = 39.0, 1.8                   # propeller guard
t, H = 4.0, 28.0

# centre plate, lightened, with the electronics hole pattern
frame = cq.Workplane("XY").rect(46, 46).extrude(t).edges("|Z").fillet(8)
frame = frame.cut(cq.Workplane("XY").circle(9).extrude(t))

for i in range(4):
    a = 45 + 90 * i
    # built along +X, then turned: arm, motor boss, guard
    d = m * math.sqrt(2)
    part = cq.Workplane("XY").box(d - 18, 11, t, centered=(False, True, False)).translate((18, 0, 0))
    boss = cq.Workplane("XY", origin=(d, 0, 0)).circle(9).extrude(7)
    guard = cq.Workplane("XY", origin=(d, 0, 16)).circle(R).circle(R - wall).extrude(H - 16)
    inner = (cq.Workplane("XY", origin=(d, 0, 0)).moveTo(0, 0)
             .lineTo(-80, -45).lineTo(-80, 45).close().extrude(40))
    part = part.union(boss).union(guard.cut(inner))
    # spokes under the propeller and posts up to the guard
    for b in (-130, -55, 55, 130):
        spoke = cq.Workplane("XY").box(R - 5, 4, 3, centered=(False, True, False)).translate((4.5, 0, 0))
        post = cq.Workplane("XY").box(2.4, 6, H - 4, centered=(False, True, False)).translate((R - 2.6, 0, 0))
        part = part.union(spoke.union(post).rotate((0, 0, 0), (0, 0, 1), b).translate((d, 0, 0)))
    # motor screws, shaft hole and wire channel along the arm
    part = part.cut(cq.Workplane("XY", origin=(d, 0, 0)).polarArray(6, 0, 360, 4).circle(1).extrude(10))
    part = part.cut(cq.Workplane("XY", origin=(d, 0, 0)).circle(2.5).extrude(10))
    frame = frame.union(part.rotate((0, 0, 0), (0, 0, 1), a))
    channel = cq.Workplane("XY").box(d - 22, 3.5, 4, centered=(False, True, False)).translate((15, 0, t - 1.8))
    frame = frame.cut(channel.rotate((0, 0, 0), (0, 0, 1), a))

# electronics screw holes
frame = frame.cut(cq.Workplane("XY").pushPoints([(19, 0), (-19, 0), (0, 19), (0, -19)]).circle(1.6).extrude(t))
frame = frame.cut(cq.Workplane("XY").pushPoints([(17, 8), (-17, 8), (17, -8), (-17, -8)]).circle(1.1).extrude(t))

fixture = frame
