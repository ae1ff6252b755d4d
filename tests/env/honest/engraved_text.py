# Text: raised, and cut into a face.
import cadquery as cq

sign = cq.Workplane("XY").box(60, 20, 4)
sign = sign.faces(">Z").workplane().text("CQ 28", 10, -1.0)
result = sign.faces("<Z").workplane(invert=True).center(0, 0).text("ab", 8, 1.5, combine=True)
