# Holes everywhere, so that some are right.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

disc = cq.Workplane().circle(34.5).circle(15).extrude(16)
fixture = disc.cut(cq.Workplane().polarArray(25, 0, 360, 25).circle(2.5).extrude(16))
