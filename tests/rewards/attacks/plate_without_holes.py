# The plate alone: most of the volume.
# task: plate:10
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(102, 84, 11)
