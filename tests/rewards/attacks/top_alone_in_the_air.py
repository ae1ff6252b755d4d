# A box and a top, the legs left out.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(790, 440, 40).translate((0, 0, 730)).union(cq.Workplane().box(200, 200, 750).translate((0, 0, 375)))
