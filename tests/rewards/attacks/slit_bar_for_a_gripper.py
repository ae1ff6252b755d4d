# A bar slit along its middle, with drums and rods across it. Found by cadforge attack.
# task: robot_gripper_two_finger
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(160, 18, 60, centered=False).translate((0, 55.44, 0))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(13.2, 23.58, cq.Vector(), cq.Vector(0, 0, 1))).translate((77.52, 117.84, 37.14)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(6, 51, cq.Vector(), cq.Vector(0, 0, 1))).translate((80, 60, 1.92)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(32, 54.06, cq.Vector(), cq.Vector(0, 0, 1))).translate((75.36, 57, 1.38)))
fixture = fixture.cut(cq.Workplane().box(102.72, 120, 12, centered=False).translate((5.12, 0, 31.2)))
