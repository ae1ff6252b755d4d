import cadquery as cq
f = cq.Workplane("XY").box(280, 140, 20, centered=(True, True, False))
for i, (x, y) in enumerate(((240, 120), (200, 100), (160, 80), (120, 60))):
    f = f.union(cq.Workplane("XY").box(x, y, 33, centered=(True, True, False)).translate((0, 0, 20 + 32.5 * i)))
fixture = f.faces("<Z").workplane().rect(250, 110, forConstruction=True).vertices().hole(9, 20)
