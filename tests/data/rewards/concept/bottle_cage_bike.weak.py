import cadquery as cq

# back plate
back = cq.Workplane("XY").box(30, 5, 150, centered=(True, True, False)).translate((0, -40, 0))
# two curved arms as partial rings
ring = cq.Workplane("XY").circle(42.5).circle(38.5).extrude(15)
ring = ring.cut(cq.Workplane("XY").box(40, 40, 40).translate((0, 45, 0)))
cage = back.union(ring.translate((0, 0, 40))).union(ring.translate((0, 0, 110)))
# bottom stop
cage = cage.union(cq.Workplane("XY").box(30, 70, 5, centered=(True, True, False)).translate((0, -7, 0)))
# mounting holes
fixture = cage.cut(cq.Workplane("XZ").pushPoints([(0, 65), (0, 95)]).circle(2.5).extrude(60))
