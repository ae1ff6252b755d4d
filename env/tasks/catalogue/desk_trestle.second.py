import cadquery as cq

# Each end frame drawn as one outline with its openings, seen along X; then the beam and the long bar.
def y_at(z):
    return 185 - 160 * z / 680
frame = cq.Workplane("YZ").polyline([(-200, 0), (200, 0), (40, 680), (-40, 680)]).close().extrude(40)
low = cq.Workplane("YZ").polyline([(-170, -1e-9), (170, -1e-9), (y_at(200) - 15, 200), (15 - y_at(200), 200)]).close().extrude(40)
up = cq.Workplane("YZ").polyline([(y_at(240) - 15, 240), (15 - y_at(240), 240), (-10, 680), (10, 680)]).close().extrude(40)
frame = frame.cut(low).cut(up)
for x in (0, 30):
    w = y_at(200) - 15
    v = y_at(240) - 15
    slab = cq.Workplane("YZ", origin=(x, 0, 0)).polyline([(-w, 200), (w, 200), (v, 240), (-v, 240)]).close().extrude(10)
    frame = frame.cut(slab)
result = frame.union(frame.translate((620, 0, 0)))
result = result.union(cq.Workplane("XY", origin=(330, 0, 680)).rect(700, 80).extrude(40))
result = result.union(cq.Workplane("XY", origin=(330, 0, 200)).rect(620, 20).extrude(40))
