# An attempt that works out; the handler never runs.
import cadquery as cq

part = cq.Workplane("XY").box(20, 20, 10)
try:
    part = part.edges("|Z").fillet(2)
except Exception as error:
    print("fillet failed:", error)
finally:
    print("done")
result = part
