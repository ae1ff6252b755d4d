import cadquery as cq

plate = cq.Workplane("XY").box(90, 80, 8).translate((0, 0, 126))
plate = plate.faces(">Z").workplane().rect(70, 60, forConstruction=True).vertices().hole(7)
stem = cq.Workplane("XY").circle(12).extrude(25).translate((0, 0, 100))
fork = cq.Workplane("XY").box(40, 50, 8).translate((0, 0, 100))
left = cq.Workplane("XY").box(30, 6, 70).translate((0, 22, 66))
right = cq.Workplane("XY").box(30, 6, 70).translate((0, -22, 66))
wheel = cq.Workplane("XZ").circle(40).extrude(30).translate((0, 15, 40))
axle = cq.Workplane("XZ").circle(5).extrude(60).translate((0, 30, 40))
fixture = plate.union(stem).union(fork).union(left).union(right).union(wheel).union(axle)
