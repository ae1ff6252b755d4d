# A plate and a ring as wide as the plate, opened above: a trough with a bolt hole. Found by cadforge attack.
# task: wall_j_hook_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(80, 82.89, cq.Vector(), cq.Vector(0, 1, 0))).translate((80, 0, 90))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(4.77, 120, cq.Vector(), cq.Vector(1, 0, 0))).translate((40, 59.04, 70.29)))
fixture = fixture.union(cq.Workplane().box(16, 84.42, 180, centered=False).translate((5.12, 0, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(56, 76.5, cq.Vector(), cq.Vector(0, 1, 0))).translate((93.76, 6.75, 92.88)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(45, 90, cq.Vector(), cq.Vector(0, 0, 1))).translate((76, 48.06, 90)))
