# The disc alone.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

od = 69
t = 16
fixture = cq.Workplane().circle(od / 2).extrude(t)
