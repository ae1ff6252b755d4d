# Drums, unjoined, with one drill through them that is every bolt hole. Found by cadforge attack.
# task: wall_j_hook_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(45, 175.68, cq.Vector(), cq.Vector(0, 0, 1))).translate((84.32, 48.33, 9.36))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(20.07, 90, cq.Vector(), cq.Vector(0, 1, 0))).translate((80.16, 11.07, 29.79)))
fixture = fixture.add(cq.Workplane().box(8, 25.56, 120.78, centered=False).translate((4.16, 37.08, 27)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(15.93, 144, cq.Vector(), cq.Vector(0, 0, 1))).translate((100, 72.63, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(8.01, 160, cq.Vector(), cq.Vector(1, 0, 0))).translate((8, 63, 52.47)))
