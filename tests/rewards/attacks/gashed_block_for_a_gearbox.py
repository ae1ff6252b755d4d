# Crossing cylinders and a block with gashes, whose walls are met by chance; no bolt holes. Found by cadforge attack.
# task: gearbox_housing_split
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(221, 180, 160, centered=False).translate((19.24, 6.3, 0))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(36.27, 48, cq.Vector(), cq.Vector(0, 0, 1))).translate((188.37, 97.2, 105.28)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(90, 96, cq.Vector(), cq.Vector(0, 0, 1))).translate((130, 90, 17.92)))
fixture = fixture.add(cq.Workplane().box(260, 58.86, 72, centered=False).translate((0, 108, 88)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(38.74, 160, cq.Vector(), cq.Vector(0, 0, 1))).translate((123.24, 90, 12.64)))
