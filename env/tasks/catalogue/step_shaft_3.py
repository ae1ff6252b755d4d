import cadquery as cq

# Diameter and length of each step, from the -X end.
steps = [(20.0, 30.0), (16.0, 25.0), (12.0, 20.0)]

shaft = cq.Workplane("YZ")
start = 0.0
for diameter, length in steps:
    step = cq.Workplane("YZ", origin=(start, 0, 0)).circle(diameter / 2).extrude(length)
    shaft = shaft.union(step)
    start += length

fixture = shaft
