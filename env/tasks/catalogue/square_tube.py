import cadquery as cq

outside = 40.0
wall = 3.0
length = 120.0

inside = outside - 2 * wall
tube = cq.Workplane("YZ").rect(outside, outside).rect(inside, inside).extrude(length)
fixture = tube
