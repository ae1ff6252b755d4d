import cadquery as cq

d = 55
plate = cq.Workplane("XY").box(60, 60, 5)
arm1 = cq.Workplane("XY").box(156, 12, 5).rotate((0, 0, 0), (0, 0, 1), 45)
arm2 = cq.Workplane("XY").box(156, 12, 5).rotate((0, 0, 0), (0, 0, 1), -45)
frame = plate.union(arm1).union(arm2)
for x in (-d, d):
    for y in (-d, d):
        frame = frame.union(cq.Workplane("XY").center(x, y).circle(10).extrude(10))
        frame = frame.union(cq.Workplane("XY").center(x, y).circle(35).circle(32).extrude(25).translate((0, 0, -2.5)))
        frame = frame.union(cq.Workplane("XY").center(x, y).rect(66, 5).extrude(2.5))
        frame = frame.cut(cq.Workplane("XY").center(x, y).circle(2).extrude(40, both=True))
frame = frame.faces("<Z").workplane(centerOption="CenterOfBoundBox").rect(40, 40, forConstruction=True).vertices().hole(3)
fixture = frame
