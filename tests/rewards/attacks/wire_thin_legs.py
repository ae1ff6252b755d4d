# The top on four wires.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

top = cq.Workplane().box(790, 440, 40).translate((0, 0, 730))
fixture = top.union(cq.Workplane().rarray(672, 322, 2, 2).rect(1, 1).extrude(710))
