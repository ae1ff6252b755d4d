# Hundreds of cubes spread over the envelope.
# task: table:5
# class: ok
# at most: 0.25
import cadquery as cq

fixture = cq.Workplane().rarray(79, 44, 10, 10).box(20, 20, 20)
fixture = fixture.add(fixture.translate((0, 0, 365))).add(fixture.translate((0, 0, 730)))
