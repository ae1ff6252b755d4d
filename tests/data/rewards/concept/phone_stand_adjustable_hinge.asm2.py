import cadquery as cq

TILT = 20
axis = (0, 2, 22)


def base_part():
    b = cq.Workplane("XY").box(120, 120, 10, centered=(True, True, False)).edges("|Z").fillet(10)
    b = b.faces(">Z").workplane().rect(96, 96, forConstruction=True).vertices().circle(7).extrude(4)
    for x in (-44, 30):
        ear = (cq.Workplane("YZ", origin=(x, axis[1], 0)).moveTo(-10, 9).lineTo(10, 9).lineTo(10, 22)
               .threePointArc((0, 32), (-10, 22)).close().extrude(14))
        b = b.union(ear)
    b = b.cut(cq.Workplane("YZ", origin=(-80, axis[1], axis[2])).circle(4).extrude(160))
    return b.cut(cq.Workplane("XY").rect(96, 96, forConstruction=True).vertices().circle(2.5).extrude(30))


def back_part():
    p = cq.Workplane("YZ", origin=(-30, 0, 0)).circle(9).extrude(60)
    p = p.union(cq.Workplane("XY").box(58, 8, 20, centered=(True, True, False)))
    p = p.union(cq.Workplane("XY").box(100, 8, 128, centered=(True, True, False)).translate((0, 0, 18)).edges("|Y").fillet(6))
    p = p.union(cq.Workplane("XY").box(96, 24, 6, centered=(True, False, False)).translate((0, -26, 20)))
    p = p.union(cq.Workplane("XY").box(96, 5, 16, centered=(True, False, False)).translate((0, -28, 20)))
    for x in (-46, 46):
        p = p.union(cq.Workplane("XY").box(6, 16, 40, centered=(True, False, False)).translate((x, -18, 24)))
    p = p.cut(cq.Workplane("YZ", origin=(-80, 0, 0)).circle(4).extrude(160))
    return p.rotate((0, 0, 0), (1, 0, 0), -TILT).translate(axis)


pin = cq.Workplane("YZ", origin=(-48, axis[1], axis[2])).circle(4).extrude(96)
knob = (cq.Workplane("YZ", origin=(44, axis[1], axis[2])).polygon(8, 22).extrude(10)
        .cut(cq.Workplane("YZ", origin=(40, axis[1], axis[2])).circle(4).extrude(30)))

fixture = (cq.Assembly(name="phone_stand")
           .add(base_part(), name="base", color=cq.Color("gray30"))
           .add(back_part(), name="back", color=cq.Color("orange"))
           .add(pin, name="pin")
           .add(knob, name="knob"))
