# A bar with a cylinder stuck in its side, whose hidden hole is the bore, and drills anywhere. Found by cadforge attack.
# task: shaft_torque_clamp_120nm
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(226.273, 40.5, 59.5, centered=False).translate((0, 14.85, 0))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(24.5, 51.84, cq.Vector(), cq.Vector(0, 1, 0))).translate((119.975, 0, 45.85)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(3.885, 18.7161, cq.Vector(), cq.Vector(1, 0, 0))).translate((63.1068, 51.84, 29.295)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(5.99875, 90, cq.Vector(), cq.Vector(0, 1, 0))).translate((74.3845, 0, 35)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(5.99875, 70, cq.Vector(), cq.Vector(0, 0, 1))).translate((210.196, 45, 0)))
