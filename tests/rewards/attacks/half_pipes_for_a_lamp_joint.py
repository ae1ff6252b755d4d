# Half pipes and discs across each other, without the pin hole of a joint. Found by cadforge attack.
# task: desk_lamp_arm_joint
# class: ok
# at most: 0.30
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(27.56, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((125.06, 0, 89))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(20, 178, cq.Vector(), cq.Vector(0, 0, 1))).translate((31.33, 27.68, 0)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(40, 260, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 40, 89)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(40, 260, cq.Vector(), cq.Vector(1, 0, 0))).translate((0, 46.08, 82.147)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(22.25, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((130, 0, 149.876)))
