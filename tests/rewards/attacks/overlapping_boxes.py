# The whole box twice, and boxes over boxes.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(790, 440, 750)
for i in range(6):
    fixture = fixture.add(cq.Workplane().box(790, 440, 750 - i))
