import cadquery as cq

ring = cq.Sketch().circle(8).circle(4.2, mode="s")
result = cq.Workplane("XY", origin=(20, 5, -3)).placeSketch(ring).extrude(1.6)
