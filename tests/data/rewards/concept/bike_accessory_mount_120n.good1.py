import cadquery as cq

# Handlebar clamp (bar along Y) with a rising, gusseted arm and an accessory plate. Base z = 0. 6061-T6.
bar_d = 31.8
ring_od = 54.0
ring_w = 42.0
cx, cz = -90.0 + ring_od / 2, ring_od / 2
ear_t, gap, ear_top = 11.0, 3.0, 80.0
arm_w = 26.0

# clamp ring and split ears on top
ring = cq.Workplane("XZ", origin=(cx, ring_w / 2, cz)).circle(ring_od / 2).extrude(ring_w)
ears = (
    cq.Workplane("XY")
    .box(2 * ear_t + gap, ring_w, ear_top - cz, centered=(True, True, False))
    .translate((cx, 0, cz)).edges("|X and >Z").fillet(8)
)
body = ring.union(ears)

# short arm, deep at the clamp and shallower at the plate
arm = (
    cq.Workplane("XZ", origin=(0, arm_w / 2, 0))
    .moveTo(cx + 10, 4).lineTo(-30, 8).lineTo(80, 74).lineTo(80, 84).lineTo(22, 84)
    .lineTo(-42, 42).lineTo(cx + 10, 42).close().extrude(arm_w)
)
window = (
    cq.Workplane("XZ", origin=(0, 50, 0))
    .polyline([(-24, 24), (-24, 40), (26, 73), (52, 70)]).close().extrude(100).edges("|Y").fillet(3)
)
plate = (
    cq.Workplane("XY", origin=(50, 0, 82)).rect(80, 80).extrude(8)
    .edges("|Z").fillet(10)
)
body = body.union(arm).union(plate)

# cross ribs under the plate
rib = cq.Workplane("YZ", origin=(46, 0, 0)).polyline([(-36, 83), (36, 83), (8, 64), (-8, 64)]).close().extrude(8)
body = body.union(rib)
body = body.cut(window.intersect(cq.Workplane("XY").box(400, arm_w + 10, 400)))

# bar bore, split, pinch bolts, accessory holes
body = body.cut(cq.Workplane("XZ", origin=(cx, 60, cz)).circle(bar_d / 2).extrude(120))
body = body.cut(cq.Workplane("XY").box(gap, 100, 80, centered=(True, True, False)).translate((cx, 0, cz)))
bolts = cq.Workplane("YZ", origin=(-100, 0, 68)).pushPoints([(-11, 0), (11, 0)])
body = body.cut(bolts.circle(2.8).extrude(80))
body = body.cut(cq.Workplane("XY", origin=(50, 0, 70)).rect(54, 56, forConstruction=True).vertices().circle(2.75).extrude(30))
fixture = body
