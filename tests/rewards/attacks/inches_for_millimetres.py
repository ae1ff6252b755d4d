# Everything right, in inches.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

s = 1 / 25.4
w, d, h, t, leg, inset = 790 * s, 440 * s, 750 * s, 40 * s, 41 * s, 59 * s
top = cq.Workplane("XY").box(w, d, t).translate((0, 0, h - t / 2))
fixture = top.union(cq.Workplane("XY").rarray(w - 2 * inset, d - 2 * inset, 2, 2).rect(leg, leg).extrude(h - t))
