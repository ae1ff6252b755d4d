# A trough with round plugs through it, unjoined, and nothing to turn on. Found by cadforge attack.
# task: desk_lamp_arm_joint
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(32.5, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((130, 0, 95.853))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(13.35, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((200.72, 0, 164.65)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(13, 32, cq.Vector(), cq.Vector(0, 1, 0))).translate((130, 24, 125.757)))
fixture = fixture.add(cq.Workplane().box(221, 32, 82.948, centered=False).translate((29.12, 42.72, 1.958)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(28, 208, cq.Vector(), cq.Vector(1, 0, 0))).translate((2.6, 52, 96.832)))
