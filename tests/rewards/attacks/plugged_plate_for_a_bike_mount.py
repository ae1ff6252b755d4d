# A plate with plugs through it, unjoined, whose inner faces are the clamp and its bolts. Found by cadforge attack.
# task: bike_accessory_mount_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(130.5, 14.96, 81, centered=False).translate((0, 36, 4.5))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(9, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((90, 0, 32.085)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(4, 101.7, cq.Vector(), cq.Vector(1, 0, 0))).translate((45.72, 72.56, 41.85)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(22.52, 90, cq.Vector(), cq.Vector(0, 0, 1))).translate((90, 54.68, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(9, 45, cq.Vector(), cq.Vector(1, 0, 0))).translate((135, 40, 81)))
