# What many scripts end with. Plain Python writes the files; here nothing is written, and the part counts.
import os

import cadquery as cq
from cadquery import exporters

result = cq.Workplane("XY").box(30, 20, 5).faces(">Z").workplane().hole(6).edges("|Z").fillet(2)
os.makedirs("out", exist_ok=True)
cq.exporters.export(result, os.path.join("out", "part.step"))
cq.exporters.export(result, "part.stl", tolerance=0.05, angularTolerance=0.1)
exporters.export(result.section(0), "outline.dxf")
exporters.export(result, "part.svg", opt={"showHidden": False})
exporters.export(result, "part", exportType=exporters.ExportTypes.STEP)
result.val().exportStl("again.stl")
result.export("third.step")
print(os.path.basename(__file__).endswith(".py"))
