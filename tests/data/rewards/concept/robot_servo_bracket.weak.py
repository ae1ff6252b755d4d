import cadquery as cq

base = cq.Workplane("XY").box(50, 60, 5, centered=(True, True, False))
left = cq.Workplane("XY").box(5, 60, 55, centered=(True, True, False)).translate((-22.5, 0, 0))
right = cq.Workplane("XY").box(5, 60, 55, centered=(True, True, False)).translate((22.5, 0, 0))
ears = cq.Workplane("XY").box(80, 20, 5, centered=(True, True, False))
bracket = base.union(left).union(right).union(ears)
# servo screw holes
bracket = bracket.cut(cq.Workplane("YZ").pushPoints([(-15, 40), (15, 40)]).circle(2).extrude(60, both=True))
# cable notch
bracket = bracket.cut(cq.Workplane("XY").box(10, 15, 20).translate((0, 30, 0)))
fixture = bracket
