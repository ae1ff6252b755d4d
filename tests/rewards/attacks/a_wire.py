# The outline alone.
# task: table:5
# class: not_a_shape
# at most: -0.5
import cadquery as cq

fixture = cq.Workplane().rect(790, 440)
