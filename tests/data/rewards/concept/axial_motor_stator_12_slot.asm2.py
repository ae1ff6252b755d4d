import cadquery as cq

# Segmented stator: yoke ring + 12 inserted T-teeth + bearing sleeve
steel = cq.Color(0.55, 0.57, 0.6)

yoke = (cq.Workplane("XY").circle(90).circle(26).extrude(9)
        .faces(">Z").workplane().polarArray(82, 15, 360, 12).hole(4))
# locating pockets for teeth
pockets = (cq.Workplane("XY").workplane(offset=6)
           .polarArray(60, 0, 360, 12).rect(36, 12).extrude(10))
yoke = yoke.cut(pockets)

stem = cq.Workplane("XY").workplane(offset=6).center(60, 0).rect(36, 12).extrude(20)
shoe = (cq.Workplane("XY").workplane(offset=26)
        .polyline([(40, -8), (78, -17), (78, 17), (40, 8)]).close().extrude(4))
tooth = stem.union(shoe)

sleeve = (cq.Workplane("XY").circle(26).circle(18).extrude(16)
          .union(cq.Workplane("XY").workplane(offset=9).circle(32).circle(18).extrude(3)))

fixture = cq.Assembly(name="axial_stator")
fixture.add(yoke, name="yoke", color=steel)
for i in range(12):
    fixture.add(tooth, name=f"tooth_{i+1}", color=steel,
                loc=cq.Location(cq.Vector(0, 0, 0), cq.Vector(0, 0, 1), i * 30))
fixture.add(sleeve, name="sleeve", color=cq.Color(0.35, 0.35, 0.4))
