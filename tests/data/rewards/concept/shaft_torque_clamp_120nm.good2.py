import cadquery as cq

# Shaft axis vertical (Z). Two arms run from an upright root plate to a split clamp boss. Centred at the origin.
l, w, h = 240, 90, 70
root_t = 16
shaft_r = 17.5
boss_r = 32
cx = l / 2 - boss_r - 16

root = cq.Workplane("YZ", origin=(-l / 2, 0, 0)).rect(w, h).extrude(root_t).edges("|X").fillet(8)

# arms in plan view: wide at the root, tangent-ish to the boss
arm_pts = [(-l / 2 + root_t - 1, 40), (cx, boss_r - 2), (cx, boss_r - 13), (-l / 2 + root_t - 1, 26)]
upper = cq.Workplane("XY").polyline(arm_pts).close().extrude(22, both=True)
lower = upper.mirror("XZ")
tie = cq.Workplane("XY").center(-22, 0).rect(9, 60).extrude(22, both=True)
diag = (cq.Workplane("XY").polyline([(-106, 26), (-98, 34), (-18, -22), (-26, -30)]).close().extrude(14, both=True))

boss = cq.Workplane("XY").center(cx, 0).circle(boss_r).extrude(h / 2, both=True)
ears = cq.Workplane("XY").center(cx + 34, 0).rect(28, 30).extrude(h / 2, both=True).edges(">X and |Z").chamfer(3)

part = root.union(upper).union(lower).union(tie).union(diag).union(boss).union(ears)

# bore + saw cut towards the free end
part = part.cut(cq.Workplane("XY").center(cx, 0).circle(shaft_r).extrude(h, both=True))
part = part.cut(cq.Workplane("XY").center(cx + 40, 0).rect(80, 2.5).extrude(h, both=True))

# two M8 pinch screws across the slit, counterbored on one side
for z in (-20, 20):
    part = part.cut(cq.Workplane("XZ", origin=(l / 2 - 8.5, 0, z)).circle(4.3).extrude(60, both=True))

# twin M12 root bolts
part = (
    part.faces("<X").workplane(centerOption="CenterOfBoundBox")
    .pushPoints([(0, -21), (0, 21)]).hole(13, root_t + 1)
)
fixture = part
