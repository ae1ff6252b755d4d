# Two blocks and a cylinder, unjoined, whose inner faces are the bore. Found by cadforge attack.
# task: shaft_torque_clamp_120nm
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(178.763, 63, 39.27, centered=False).translate((41.9912, 17.82, 5.81))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(24.5, 51.84, cq.Vector(), cq.Vector(0, 1, 0))).translate((119.975, 0, 45.85)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(8.75, 35.9925, cq.Vector(), cq.Vector(1, 0, 0))).translate((63.1068, 51.84, 40.81)))
fixture = fixture.add(cq.Workplane().box(119.975, 54, 60.2, centered=False).translate((145.41, 36, 0)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(5.99875, 70, cq.Vector(), cq.Vector(0, 0, 1))).translate((222.434, 45, 0)))
