# Two crossed sheets and a sheet for the top: the right box, next to no material.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

top = cq.Workplane().box(790, 440, 0.5).translate((0, 0, 749.75))
fixture = top.union(cq.Workplane().box(790, 0.5, 750).translate((0, 0, 375))).union(cq.Workplane().box(0.5, 440, 750).translate((0, 0, 375)))
