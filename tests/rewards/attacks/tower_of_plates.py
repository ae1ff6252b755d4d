# Six plates on one post.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(60, 60, 750).translate((0, 0, 375))
for z in (20, 160, 300, 440, 580, 730):
    fixture = fixture.union(cq.Workplane().box(790, 440, 40).translate((0, 0, z)))
