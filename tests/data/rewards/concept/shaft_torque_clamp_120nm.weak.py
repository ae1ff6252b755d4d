import cadquery as cq

# Root plate with two bolts
root = cq.Workplane("XY").box(50, 90, 30, centered=(False, True, False))
root = root.faces(">Z").workplane().center(0, 0).pushPoints([(0, -28), (0, 28)]).hole(11)
# Arm
arm = cq.Workplane("XY").box(160, 40, 30, centered=(False, True, False)).translate((40, 0, 0))
# Boss with shaft hole
boss = cq.Workplane("XY").center(205, 0).circle(35).extrude(70)
hole = cq.Workplane("XY").center(205, 0).circle(15).extrude(70)
fixture = root.union(arm).union(boss).cut(hole)
