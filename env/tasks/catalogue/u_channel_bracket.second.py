import cadquery as cq

# Bent from three strips, each drilled on its own.
base = cq.Workplane("XY").box(80, 40, 4).faces(">Z").workplane().pushPoints([(-25, 0), (25, 0)]).hole(6)
flange = cq.Workplane("XZ").rect(80, 26).extrude(4).translate((0, 0, 15))
flange = flange.cut(cq.Workplane("XZ").circle(4).extrude(10, both=True).translate((0, 0, 18)))
result = base.union(flange.translate((0, 20, 0))).union(flange.translate((0, -16, 0))).clean()
