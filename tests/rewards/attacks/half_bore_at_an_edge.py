# A slab with half a bore at its edge for a clamp, and a second beside it. Found by cadforge attack.
# task: bike_accessory_mount_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(180, 71.04, 22.5, centered=False).translate((0, 0, 65.25))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(18.2, 90, cq.Vector(), cq.Vector(0, 0, 1))).translate((79.38, 69.4, 7.38)))
fixture = fixture.add(cq.Workplane().box(162, 40.48, 54, centered=False).translate((0, 16, 10.8)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(2.28, 40.5, cq.Vector(), cq.Vector(0, 0, 1))).translate((4.5, 51, 49.5)))
fixture = fixture.cut(cq.Workplane().box(144, 80, 37.17, centered=False).translate((22.14, 0, 5.4)))
