# Hollow, but closed.
# task: box:4
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(89, 70, 40).cut(cq.Workplane().box(79, 60, 28))
