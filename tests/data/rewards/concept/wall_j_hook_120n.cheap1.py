import cadquery as cq
a = cq.Workplane("XY").box(12, 90, 180, centered=(False, True, False))
b = cq.Workplane("XY").box(160, 90, 12, centered=(False, True, False))
fixture = a.union(b).cut(cq.Workplane("YZ").pushPoints([(-25, 140), (25, 140)]).circle(4).extrude(12))
