# Past the library's doors: OpenCASCADE opens the file itself.
# ends: no_result
import cadquery as cq
from OCP.BRepTools import BRepTools

assert not BRepTools.Write_s(cq.Solid.makeBox(1, 1, 1).wrapped, "/tmp/cadforge-was-here")
