# Two bars beside round stubs, no palm between them. Found by cadforge attack.
# task: robot_gripper_two_finger
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(17.52, 39, cq.Vector(), cq.Vector(0, 0, 1))).translate((53.92, 111.96, 10.5))
fixture = fixture.add(cq.Workplane().box(154.4, 18, 58.26, centered=False).translate((0, 40.32, 4.86)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(16, 51, cq.Vector(), cq.Vector(0, 0, 1))).translate((54.4, 33, 4.5)))
fixture = fixture.add(cq.Workplane().box(120, 24, 33, centered=False).translate((38.4, 96, 16.38)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(3.28, 60, cq.Vector(), cq.Vector(0, 1, 0))).translate((147.28, 57, 30)))
