# The plate with holes of the right size in the wrong places.
# task: plate:10
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(102, 84, 11).faces(">Z").workplane().rarray(102 / 3.1, 84 / 3.3, 3, 3).hole(1.5)
