# Extrusions and cuts until a face, twists, tapers, both directions.
import cadquery as cq

block = cq.Workplane("XY").box(40, 20, 20)
block = block.cut(cq.Workplane("XY").box(10, 30, 10).translate((0, 0, 5)))
block = block.faces("<X").workplane(centerOption="CenterOfMass", offset=-1).center(0, 5).circle(2).cutBlind("next")
block = block.faces("<Z").workplane(offset=8).center(15, 0).rect(4, 4).extrude("last")
twist = cq.Workplane("XY").rect(8, 8).twistExtrude(20, 45).translate((50, 0, 0))
both = cq.Workplane("XZ").circle(4).extrude(6, both=True, taper=3).translate((0, 50, 0))
result = block.union(twist).union(both)
