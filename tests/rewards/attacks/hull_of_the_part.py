# The convex hull.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().rect(713, 363).workplane(offset=710).rect(713, 363).loft().union(cq.Workplane().box(790, 440, 40).translate((0, 0, 730)))
