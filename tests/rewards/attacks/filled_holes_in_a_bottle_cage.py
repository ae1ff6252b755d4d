# Cut pieces of rods and a slab, the holes filled by the rod that made them. Found by cadforge attack.
# task: bottle_cage_bike
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(15, 57.375, cq.Vector(), cq.Vector(0, 1, 0))).translate((42.5, 0, 72.6))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(23.375, 21.25, cq.Vector(), cq.Vector(0, 1, 0))).translate((26.69, 63.75, 71.475)))
fixture = fixture.add(cq.Workplane().box(35.36, 25.5, 150, centered=False).translate((45.135, 29.75, 0)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(2.125, 51, cq.Vector(), cq.Vector(0, 1, 0))).translate((42.5, 34, 71.85)))
fixture = fixture.cut(cq.Workplane().box(23.715, 51, 150, centered=False).translate((39.015, 3.23, 0)))
