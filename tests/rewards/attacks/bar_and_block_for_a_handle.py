# A bar with a block under its middle, where fingers should go. Found by cadforge attack.
# task: drawer_handle_two_bolt
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(19, 8, cq.Vector(), cq.Vector(1, 0, 0))).translate((76, 19, 20))
fixture = fixture.union(cq.Workplane(cq.Solid.makeCylinder(3, 24.7, cq.Vector(), cq.Vector(0, 1, 0))).translate((32.24, 13.3, 16.6)))
fixture = fixture.union(cq.Workplane().box(42.56, 38, 30, centered=False).translate((62.4, 0, 0.72)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(4.75, 40, cq.Vector(), cq.Vector(0, 0, 1))).translate((80, 19, 0)))
fixture = fixture.union(cq.Workplane().box(160, 38, 13.08, centered=False).translate((0, 3.42, 13)))
