# Two rods along the arms and one apart across, with two drills. Found by cadforge attack.
# task: desk_lamp_arm_joint
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(14.062, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((130, 0, 174.262))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(24, 260, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 33.6, 69.064)))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(10, 260, cq.Vector(), cq.Vector(1, 0, 0))).translate((11.18, 10, 89)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(7.02, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((28.08, 0, 85.44)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(2, 215.54, cq.Vector(), cq.Vector(1, 0, 0))).translate((3.12, 40, 89)))
