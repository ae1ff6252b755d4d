# A thin gate with round bars in it, unjoined, whose plugged holes are the pin's and the cable's. Found by cadforge attack.
# task: desk_lamp_arm_joint
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane(cq.Solid.makeCylinder(32.5, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((130, 0, 89))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(19.491, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((207.22, 0, 170.791)))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(5.2, 32, cq.Vector(), cq.Vector(0, 1, 0))).translate((122.2, 24, 120.15)))
fixture = fixture.add(cq.Workplane().box(236.08, 44, 85.44, centered=False).translate((0, 0, 90.78)))
fixture = fixture.cut(cq.Workplane().box(139.88, 32, 160.2, centered=False).translate((58.76, 0, 0)))
