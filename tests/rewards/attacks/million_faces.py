# More faces than anybody can measure.
# task: table:5
# class: any
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().rarray(3, 3, 200, 200).box(1, 1, 1, combine=False)
