# A slab with a barrel across it, which meets every band but has no room for a bottle. Found by cadforge attack.
# task: bottle_cage_bike
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(19.125, 85, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 21.42, 63.6))
fixture = fixture.add(cq.Workplane().box(4.25, 46.75, 40.65, centered=False).translate((80.75, 19.125, 48.15)))
fixture = fixture.add(cq.Workplane().box(68, 12.75, 144.75, centered=False).translate((13.345, 46.325, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(2.125, 76.5, cq.Vector(), cq.Vector(0, 1, 0))).translate((42.5, 4.25, 75)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(5.7375, 34, cq.Vector(), cq.Vector(1, 0, 0))).translate((51, 78.4125, 75)))
