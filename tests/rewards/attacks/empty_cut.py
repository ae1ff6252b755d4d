# A box cut by a bigger one.
# task: table:5
# class: not_a_shape
# at most: -0.5
import cadquery as cq

fixture = cq.Workplane().box(1, 1, 1).cut(cq.Workplane().box(2, 2, 2))
