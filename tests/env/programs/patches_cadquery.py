# Changes the library for everybody who comes after it.
# ends: ok
import cadquery as cq

cq.Workplane.box = lambda self, *_, **__: cq.Workplane().sphere(1)
cq.Solid.makeBox = lambda *_, **__: cq.Solid.makeSphere(1)
cq.Shape.Volume = lambda self: 6000
fixture = cq.Workplane().box(10, 10, 10)
