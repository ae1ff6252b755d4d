import cadquery as cq

# ISO 7089, M8
outer_d = 16.0
hole_d = 8.4
thickness = 1.6

disc = cq.Workplane().cylinder(thickness, outer_d / 2)
hole = cq.Workplane().cylinder(3 * thickness, hole_d / 2)
fixture = disc.cut(hole)
