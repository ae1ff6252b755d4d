import cadquery as cq
f = cq.Workplane("XY").box(240, 90, 8, centered=(True, True, False))
f = f.union(f.translate((0, 0, 31))).union(f.translate((0, 0, 62)))
for x in (-110, 110):
    f = f.union(cq.Workplane("XY").box(12, 90, 70, centered=(True, True, False)).translate((x, 0, 0)))
fixture = f.faces(">Z").workplane().pushPoints([(-80, 0), (-40, 0), (60, 0)]).hole(20)
