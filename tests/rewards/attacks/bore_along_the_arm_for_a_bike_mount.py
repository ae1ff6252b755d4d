# A plate with a drum bored along the arm, where no tube can run, and one groove. Found by cadforge attack.
# task: bike_accessory_mount_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(180, 56, 9, centered=False).translate((0, 12, 0))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(40, 45, cq.Vector(), cq.Vector(0, 0, 1))).translate((122.4, 40, 45)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(4, 171, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 76, 42.75)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(20.25, 180, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 40, 45)))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(14, 54, cq.Vector(), cq.Vector(0, 0, 1))).translate((90, 14, 0)))
