import cadquery as cq

# Saddle clamp: ribbed steel saddle + rubber liner (pipe contact face) + two bolts.
# Pipe along Y, clamp opens downwards, everything centred on the origin.
saddle = (
    cq.Workplane("XZ")
    .moveTo(-80, 0).lineTo(-80, 10).lineTo(-48, 10).lineTo(-48, 30)
    .threePointArc((0, 78), (48, 30)).lineTo(48, 10).lineTo(80, 10).lineTo(80, 0)
    .lineTo(40, 0).lineTo(40, 30).threePointArc((0, 70), (-40, 30)).lineTo(-40, 0).close()
    .extrude(40, both=True)
)
for y in (-34, 34):
    ring = cq.Workplane("XZ", origin=(0, y, 30)).circle(50).circle(46).extrude(6, both=True)
    saddle = saddle.union(ring.intersect(cq.Workplane("XY").box(200, 200, 60).translate((0, 0, 60))))
    for s in (-1, 1):
        rib = (cq.Workplane("XZ", origin=(0, y, 0)).moveTo(s * 47, 9).lineTo(s * 76, 9)
               .threePointArc((s * 60, 18), (s * 49, 38)).lineTo(s * 47, 38).close().extrude(4, both=True))
        saddle = saddle.union(rib)
saddle = saddle.intersect(cq.Workplane("XY").box(160, 80, 80).translate((0, 0, 40)))
saddle = saddle.cut(cq.Workplane("XY").pushPoints([(-65, 0), (65, 0)]).circle(5).extrude(10))

liner = (
    cq.Workplane("XZ").moveTo(-40, 20).lineTo(-40, 30).threePointArc((0, 70), (40, 30)).lineTo(40, 20)
    .lineTo(37, 20).lineTo(37, 30).threePointArc((0, 67), (-37, 30)).lineTo(-37, 20).close()
    .extrude(40, both=True)
)


def bolt(x):
    shank = cq.Workplane("XY").center(x, 0).circle(5).extrude(10)
    head = cq.Workplane("XY").workplane(offset=10).center(x, 0).polygon(6, 18).extrude(7)
    return shank.union(head)


drop = cq.Location(cq.Vector(0, 0, -40))
fixture = (
    cq.Assembly()
    .add(saddle, name="saddle", loc=drop)
    .add(liner, name="liner", loc=drop, color=cq.Color("gray20"))
    .add(bolt(-65), name="bolt_l", loc=drop)
    .add(bolt(65), name="bolt_r", loc=drop)
)
