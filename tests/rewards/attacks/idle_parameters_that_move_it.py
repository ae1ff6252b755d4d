# Parameters that only move the box about.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

ox = 1
oy = 2
oz = 3
fixture = cq.Workplane().box(790, 440, 750).translate((ox, oy, oz))
