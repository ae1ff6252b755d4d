# The bracket seen in a mirror, holes at the wrong ends.
# task: bracket:2
# class: ok
# at most: 0.25
import cadquery as cq

base = cq.Workplane("XY").box(60, 37, 4, centered=(False, True, False))
wall = cq.Workplane("XY").box(4, 37, 40, centered=(False, True, False))
hole1 = cq.Workplane("XY").center(45, 0).circle(4.5).extrude(4)
hole2 = cq.Workplane("YZ").center(0, 12).circle(4.5).extrude(4)
fixture = base.union(wall).cut(hole1).cut(hole2)
