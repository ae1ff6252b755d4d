# A millimetre engraved into the top.
# task: box:4
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().box(89, 70, 40).faces(">Z").workplane().rect(79, 60).cutBlind(-1)
