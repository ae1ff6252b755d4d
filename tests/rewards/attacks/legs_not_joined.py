# Four legs and a top that are not joined: the right shape, so no cheap way, but it must cost a quarter.
# task: table:5
# class: ok
# at most: 0.75
import cadquery as cq

top = cq.Workplane().box(790, 440, 40).translate((0, 0, 730))
legs = cq.Workplane().rarray(672, 322, 2, 2).rect(41, 41).extrude(700)
fixture = top.add(legs)
