# A bar on a block, bored where the boss would be, with no bolts at the root. Found by cadforge attack.
# task: shaft_torque_clamp_120nm
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(211.876, 62.28, 57.75, centered=False).translate((17.5163, 21.96, 0))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(13.5, 69.79, cq.Vector(), cq.Vector(0, 0, 1))).translate((138.451, 41.85, 2.1)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(2.835, 55.89, cq.Vector(), cq.Vector(0, 1, 0))).translate((157.167, 0, 5.775)))
fixture = fixture.add(cq.Workplane().box(35.2726, 90, 70, centered=False).translate((0, 7.74, 0.77)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(19.565, 27, cq.Vector(), cq.Vector(0, 1, 0))).translate((119.975, 0, 25.865)))
