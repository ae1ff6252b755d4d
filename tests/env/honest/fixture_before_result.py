# `fixture` goes before `result`, and a None is not there.
import cadquery as cq

show_object(cq.Workplane("XY").box(1, 1, 1))
result = cq.Workplane("XY").box(2, 2, 2)
fixture = cq.Workplane("XY").box(3, 3, 3).edges().chamfer(0.2)
