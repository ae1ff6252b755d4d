import cadquery as cq

plate = cq.Workplane("XY").box(60, 60, 5)
frame = plate
for angle in (45, 135, 225, 315):
    arm = cq.Workplane("XY").box(80, 10, 5).translate((40, 0, 0))
    boss = cq.Workplane("XY").circle(10).extrude(12).translate((78, 0, -2.5))
    guard = cq.Workplane("XY").circle(35).circle(32).extrude(28).translate((78, 0, -2.5))
    guard_arm = arm.union(boss).union(guard)
    # connect the boss to guard
    guard_arm = guard_arm.union(cq.Workplane("XY").box(36, 6, 5).translate((94, 0, 0)))
    frame = frame.union(guard_arm.rotate((0, 0, 0), (0, 0, 1), angle))

frame = frame.faces("<Z").workplane().rect(30, 30, forConstruction=True).vertices().hole(3)
fixture = frame
