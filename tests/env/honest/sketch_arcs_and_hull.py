# Sketches by edges: segments, arcs, assemble, hull, and inline sketches on a face.
import cadquery as cq

drop = cq.Sketch().arc((0, 0), 6.0, 0.0, 360.0).arc((18, 4), 3.0, 0.0, 360.0).hull()
blade = (
    cq.Sketch()
    .segment((0, 0), (0, 3.0), "a")
    .segment((2, 0))
    .close()
    .arc((1.5, 1.5), 0.4, 0, 360, tag="hole")
    .assemble(tag="face")
)
body = cq.Workplane("XY").placeSketch(drop).extrude(4)
body = body.faces(">Z").sketch().circle(3).rect(2, 2, mode="s").finalize().extrude(3)
result = body.union(cq.Workplane("XY").placeSketch(blade.reset()).extrude(2).translate((-20, 0, 0)))
