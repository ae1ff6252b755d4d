# A cylinder with a rod left in its bore. Found by cadforge attack.
# task: pipe_clamp_saddle
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(8, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((60, 0, 8))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(8, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((152, 0, 40)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(32, 160, cq.Vector(), cq.Vector(1, 0, 0))).translate((12.16, 48, 40)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(17.64, 80, cq.Vector(), cq.Vector(0, 0, 1))).translate((91.04, 31.64, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(18, 68, cq.Vector(), cq.Vector(0, 1, 0))).translate((80, 6, 18)))
