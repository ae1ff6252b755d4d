# Four legs and a top that hover beside each other.
# task: table:5
# class: ok
# at most: 0.85
import cadquery as cq

top = cq.Workplane().box(790, 440, 40).translate((0, 0, 730))
legs = cq.Workplane().rarray(672, 322, 2, 2).rect(41, 41).extrude(700)
fixture = top.add(legs)
