# The box reversed: valid, with negative volume.
# task: table:5
# class: invalid_solid
# at most: -0.5
import cadquery as cq

solid = cq.Workplane().box(790, 440, 750).val()
fixture = cq.Solid(solid.wrapped.Reversed())
