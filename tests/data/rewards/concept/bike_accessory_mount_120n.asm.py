import cadquery as cq

# Two piece clamp block, bar along Y; arm with accessory plate is bolted on to the block.
bar_r, cz = 15.9, 45


def clamp_half(x0, x1):
    b = cq.Workplane("XY").box(x1 - x0, 40, 90, centered=(False, True, True)).translate((x0, 0, cz))
    b = b.cut(cq.Workplane("XZ", origin=(-62, 30, cz)).circle(bar_r).extrude(60))
    return b.cut(cq.Workplane("YZ", origin=(-100, 0, 0)).pushPoints([(0, 14), (0, 76)]).circle(3).extrude(70))


cap = clamp_half(-84, -62).edges("|Y and <X").fillet(8)
base = clamp_half(-62, -30)

arm = (
    cq.Workplane("XZ", origin=(0, 15, 0))
    .polyline([(-30, 4), (-18, 4), (78, 62), (78, 76), (-30, 76)]).close().extrude(30)
    .cut(cq.Workplane("XZ", origin=(0, 15, 0)).polyline([(-16, 22), (46, 60), (-16, 60)]).close().extrude(30))
)
plate = cq.Workplane("XY").box(100, 80, 8).edges("|Z").fillet(8).translate((40, 0, 80))
plate = plate.cut(cq.Workplane("XY", origin=(45, 0, 70)).rect(60, 56, forConstruction=True).vertices().circle(3).extrude(30))

bolt = cq.Workplane("YZ").circle(5.5).extrude(6).union(cq.Workplane("YZ").circle(3).extrude(46))

fixture = cq.Assembly(name="bike_mount")
fixture.add(cap, name="cap")
fixture.add(base, name="base")
fixture.add(arm, name="arm")
fixture.add(plate, name="plate")
for i, z in enumerate((14, 76)):
    fixture.add(bolt, name=f"bolt{i}", loc=cq.Location(cq.Vector(-90, 0, z)))
