# A ball floats in a ring: their boxes touch, they do not.
# task: flange:3
# class: ok
# at most: 0.25
import cadquery as cq

ring = cq.Workplane().circle(34.5).circle(30).extrude(16)
fixture = ring.add(cq.Workplane().sphere(8).translate((0, 0, 8)))
