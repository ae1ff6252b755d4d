# Square holes of the right width.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

disc = cq.Workplane().circle(34.5).extrude(16).cut(cq.Workplane().rect(30, 30).extrude(16))
fixture = disc.cut(cq.Workplane().polarArray(25, 0, 360, 5).rect(5, 5).extrude(16))
