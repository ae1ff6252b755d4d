# A Shape whose methods lie; the box in it is what counts.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

class Lying(cq.Solid):
    def Volume(self): return 17228000.0
    def BoundingBox(self): raise RuntimeError("no")
fixture = Lying(cq.Workplane().box(1, 1, 1).val().wrapped)
