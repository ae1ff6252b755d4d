# Solids, compounds and plain lists, without a Workplane.
import cadquery as cq
from cadquery import Location, Solid, Vector

cone = Solid.makeCone(6, 2, 10)
torus = Solid.makeTorus(12, 2).moved(Location(Vector(0, 0, 5)))
wedge = Solid.makeWedge(10, 5, 8, 2, 2, 6, 6).translate(Vector(30, 0, 0))
ball = Solid.makeSphere(4, cq.Vector(-30, 0, 0), cq.Vector(0, 0, 1), 0, 90, 360)
fused = cone.fuse(torus).clean()
result = [fused, wedge, cq.Compound.makeCompound([ball, ball.mirror("XY")])]
