# Six faces that close to nothing.
# task: table:5
# class: not_a_shape
# at most: -0.5
import cadquery as cq

fixture = cq.Compound.makeCompound(cq.Workplane().box(790, 440, 750).faces().vals())
