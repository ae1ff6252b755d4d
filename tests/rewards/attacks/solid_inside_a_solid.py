# A box around a box.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(790, 440, 750).add(cq.Workplane().box(700, 400, 700))
