import cadquery as cq

d1, l1 = 20.0, 30.0
d2, l2 = 16.0, 25.0
d3, l3 = 12.0, 20.0

# From the -X end; a step ends where the one before it does plus its own length.
first = cq.Workplane("YZ").circle(d1 / 2).extrude(l1)
second = cq.Workplane("YZ").circle(d2 / 2).extrude(l1 + l2)
third = cq.Workplane("YZ").circle(d3 / 2).extrude(l1 + l2 + l3)
fixture = first.union(second).union(third)
