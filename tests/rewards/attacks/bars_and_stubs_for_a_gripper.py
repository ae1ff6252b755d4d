# Pieces of a hollowed block, bars and stubs, unjoined: flat sides, holes and gaps where a gripper has some. Found by cadforge attack.
# task: robot_gripper_two_finger
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(72, 120, 57, centered=False).translate((44, 6.72, 0))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(6, 40, cq.Vector(), cq.Vector(1, 0, 0))).translate((5.92, 9.96, 30)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(6.57, 156.16, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 28.8, 42.27)))
fixture = fixture.cut(cq.Workplane().box(56, 54, 42, centered=False).translate((52, 0, 13.5)))
fixture = fixture.add(cq.Workplane().box(40, 36, 56.82, centered=False).translate((121.6, 35.4, 1.5)))
