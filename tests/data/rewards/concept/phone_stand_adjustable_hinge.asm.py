import cadquery as cq
HY, HZ, TILT = 8, 24, 19
base = cq.Workplane("XY").box(120, 120, 8, centered=(True, True, False)).edges("|Z").fillet(10)
base = base.faces(">Z").workplane().rarray(90, 90, 2, 2).circle(8).extrude(6)
base = base.faces(">Z").workplane(origin=(0, 0, 14)).rarray(90, 90, 2, 2).hole(4)
for x in (-40, 24):
    base = base.union(cq.Workplane("YZ").workplane(offset=x).center(HY, 8).rect(22, 28).extrude(16).intersect(
        cq.Workplane("XY").box(200, 200, 60, centered=(True, True, False))))
    base = base.union(cq.Workplane("YZ").workplane(offset=x).center(HY, HZ).circle(11).extrude(16))
base = base.cut(cq.Workplane("YZ").center(HY, HZ).circle(4).extrude(100, both=True))
back = cq.Workplane("XY").box(80, 6, 130, centered=(True, True, False)).translate((0, 0, 12))
back = back.union(cq.Workplane("XY").box(80, 26, 5, centered=(True, False, False)).translate((0, -26, 12)))
back = back.union(cq.Workplane("XY").box(80, 4, 16, centered=(True, False, False)).translate((0, -26, 12)))
for x in (-38, 38):
    back = back.union(cq.Workplane("XY").box(4, 14, 45, centered=(True, False, False)).translate((x, -14, 40)))
back = back.union(cq.Workplane("YZ").circle(11).extrude(24, both=True)).union(cq.Workplane("XY").box(48, 6, 20).translate((0, 0, 8)))
back = back.cut(cq.Workplane("YZ").circle(4).extrude(100, both=True)).rotate((0, 0, 0), (1, 0, 0), -TILT).translate((0, HY, HZ))
pin = cq.Workplane("YZ").center(HY, HZ).circle(4).extrude(40, both=True)
pin = pin.union(cq.Workplane("YZ").workplane(offset=40).center(HY, HZ).polygon(6, 18).extrude(8))
knob = cq.Workplane("YZ").workplane(offset=-54).center(HY, HZ).circle(12).extrude(14)
fixture = cq.Assembly().add(base, name="base").add(back, name="back").add(pin, name="pin").add(knob, name="knob")
