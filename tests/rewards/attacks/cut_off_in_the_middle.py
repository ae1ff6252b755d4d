# Text that ends within a call.
# task: table:5
# class: syntax_error
# at most: -0.5
import cadquery as cq

fixture = cq.Workplane().box(790, 440,
