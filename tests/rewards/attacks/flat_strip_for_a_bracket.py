# One leg of the bracket alone.
# task: bracket:2
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane("XY").box(60, 37, 4).faces(">Z").workplane().hole(9)
