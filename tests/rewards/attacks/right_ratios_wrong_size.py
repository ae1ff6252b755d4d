# The block of the right proportions, a hundredth of the size, with a pin hole.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(7.9, 4.4, 7.5).faces(">Z").workplane().hole(0.2)
