# Steel-tube table: three bent portals, each one two legs and the bar under the top in one
# hollow tube, tied by low and upper stretchers; panel top laid on welded tabs.
import cadquery as cq
import math

L, W, H = 900.0, 600.0, 720.0
TT = 26.0                                 # top
R, RW = 18.0, 15.5                        # portal tube
RS = 12.0                                 # stretcher radius
XP, YL, RB = (-390.0, 0.0, 390.0), 255.0, 70.0
ZB = H - TT - 4 - R                       # axis of the portal's upper bar


def rod(p, q, r):
    p, q = cq.Vector(*p), cq.Vector(*q)
    return cq.Workplane(cq.Solid.makeCylinder(r, (q - p).Length, p, q - p))


def portal(r):
    k = RB * (1 - math.sqrt(0.5))
    path = (cq.Workplane("YZ").moveTo(-YL, 6).lineTo(-YL, ZB - RB)
            .threePointArc((-YL + k, ZB - k), (-YL + RB, ZB)).lineTo(YL - RB, ZB)
            .threePointArc((YL - k, ZB - k), (YL, ZB - RB)).lineTo(YL, 6))
    return cq.Workplane("XY", origin=(0, -YL, 6)).circle(r).sweep(path)


outer, inner = portal(R), portal(RW)
frame = None
for x in XP:
    p = outer.translate((x, 0, 0))
    frame = p if frame is None else frame.union(p)
for s in (1, -1):
    frame = frame.union(rod((XP[0], s * YL, 130), (XP[2], s * YL, 130), RS))        # low, along each row
    frame = frame.union(rod((XP[0], s * 130, ZB), (XP[2], s * 130, ZB), RS))        # upper rails
for x in XP:
    frame = frame.union(rod((x, -YL, 190), (x, YL, 190), RS))                       # across, between the rows
# tabs that carry the top, glides that close the tube ends
for x in XP:
    for s in (1, -1):
        tab = cq.Workplane("XY").box(70, 60, 7, centered=(True, True, False)).edges("|Z").fillet(8)
        frame = frame.union(tab.translate((x, s * 150, ZB + R - 3)))
for x in XP:
    frame = frame.cut(inner.translate((x, 0, 0)))
for x in XP:
    for s in (1, -1):
        frame = frame.union(cq.Workplane("XY").center(x, s * YL).circle(R + 3).extrude(14))

top = cq.Workplane("XY").box(L, W, TT, centered=(True, True, False)).translate((0, 0, H - TT)).edges("|Z").fillet(45)
top = top.faces("<Z").edges().chamfer(8)
parts = [frame, top]
fixture = cq.Workplane("XY").newObject(
    [cq.Compound.makeCompound([s for p in parts for s in p.solids().vals()])])
