# The block around the bracket, with its holes.
# task: bracket:2
# class: ok
# at most: 0.25
import cadquery as cq

block = cq.Workplane("XY").box(60, 37, 40, centered=(False, True, False))
block = block.cut(cq.Workplane("XY").center(15, 0).circle(4.5).extrude(4))
fixture = block.cut(cq.Workplane("YZ").center(0, 28).circle(4.5).extrude(4))
