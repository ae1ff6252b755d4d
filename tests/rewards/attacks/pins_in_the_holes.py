# The holes are there and filled with pins a hair thinner.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

disc = cq.Workplane().circle(34.5).circle(15).extrude(16)
disc = disc.cut(cq.Workplane().polarArray(25, 0, 360, 5).circle(2.5).extrude(16))
fixture = disc.add(cq.Workplane().polarArray(25, 0, 360, 5).circle(2.49).extrude(16)).add(cq.Workplane().circle(14.99).extrude(16))
