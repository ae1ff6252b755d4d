import cadquery as cq

# steel box section frame with a wooden top, parts kept separate
top = cq.Workplane("XY").box(900, 600, 30).edges("|Z").fillet(10)
tube = cq.Workplane("XY").rect(40, 40).rect(34, 34).extrude(690)
long_rail = cq.Workplane("YZ").rect(30, 30).rect(25, 25).extrude(380)
cross = cq.Workplane("XZ").rect(30, 30).rect(25, 25).extrude(480)

fixture = cq.Assembly(name="table")
fixture.add(top, name="top", loc=cq.Location(cq.Vector(0, 0, 705)), color=cq.Color("burlywood"))
for i, x in enumerate((-420, 0, 420)):
    for j, y in enumerate((-260, 260)):
        fixture.add(tube, name=f"leg_{i}{j}", loc=cq.Location(cq.Vector(x, y, 0)), color=cq.Color("gray30"))
    for z, tag in ((120, "low"), (675, "high")):
        fixture.add(cross, name=f"cross_{tag}{i}", loc=cq.Location(cq.Vector(x, 240, z)))
for j, y in enumerate((-260, 260)):
    for i, x in enumerate((-400, 20)):
        fixture.add(long_rail, name=f"rail_{i}{j}", loc=cq.Location(cq.Vector(x, y, 120)))
