# A slab, bored and scooped out, with one bolt. Found by cadforge attack.
# task: bike_accessory_mount_120n
# class: ok
# at most: 0.25
import cadquery as cq
fixture = cq.Workplane().box(162, 70.96, 26.91, centered=False).translate((9.72, 0, 4.95))
fixture = fixture.add(cq.Workplane(cq.Solid.makeCylinder(4.68, 74.97, cq.Vector(), cq.Vector(0, 0, 1))).translate((20.43, 42.68, 9)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(15.75, 80, cq.Vector(), cq.Vector(0, 1, 0))).translate((73.8, 0, 15.75)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(40, 29.16, cq.Vector(), cq.Vector(1, 0, 0))).translate((86.22, 44.16, 52.38)))
fixture = fixture.cut(cq.Workplane(cq.Solid.makeCylinder(16, 54, cq.Vector(), cq.Vector(1, 0, 0))).translate((126, 16, 36)))
