# Unjoined cylinders on a plate: the faces between them are the pipe's seat. Found by cadforge attack.
# task: pipe_clamp_saddle
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(20, 44, cq.Vector(), cq.Vector(0, 0, 1))).translate((80, 40, 18))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(24, 80, cq.Vector(), cq.Vector(1, 0, 0))).translate((40, 56, 28)))
fixture = fixture.add(cq.Workplane().box(160, 20, 80, centered=False).translate((0, 0, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(6.2, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((60, 0, 9.8)))
