# A solid block where a hollow one is asked for.
# task: box:4
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(89, 70, 40)
