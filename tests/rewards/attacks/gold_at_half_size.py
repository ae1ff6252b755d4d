# Everything right but the millimetres.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

w, d, h, t, leg, inset = 395, 220, 375, 20, 20.5, 29.5
top = cq.Workplane("XY").box(w, d, t).translate((0, 0, h - t / 2))
fixture = top.union(cq.Workplane("XY").rarray(w - 2 * inset, d - 2 * inset, 2, 2).rect(leg, leg).extrude(h - t))
