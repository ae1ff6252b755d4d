# A slab with two crossed cylinders, unjoined: one drill answers for the bolts of both flanges. Found by cadforge attack.
# task: pipe_clamp_saddle
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(40, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((112, 0, 40))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(24, 80, cq.Vector(), cq.Vector(1, 0, 0))).translate((40, 56, 33.04)))
fixture = fixture.add(cq.Workplane().box(160, 20, 80, centered=False).translate((0, 0, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(22, 40, cq.Vector(), cq.Vector(0, 0, 1))).translate((73.76, 22, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(6.2, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((60, 0, 9.8)))
