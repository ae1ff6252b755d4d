import cadquery as cq

palm = cq.Workplane("XY").box(50, 120, 60).translate((-55, 0, 0))
# mounting holes
palm = palm.faces("<X").workplane().rect(80, 40, forConstruction=True).vertices().hole(6)

finger1 = cq.Workplane("XY").box(115, 15, 30).translate((22.5, 40, 0))
finger2 = cq.Workplane("XY").box(115, 15, 30).translate((22.5, -40, 0))
pad1 = cq.Workplane("XY").box(25, 8, 30).translate((67, 30, 0))
pad2 = cq.Workplane("XY").box(25, 8, 30).translate((67, -30, 0))
gripper = palm.union(finger1).union(finger2).union(pad1).union(pad2)

for y in (-40, 40):
    gripper = gripper.union(cq.Workplane("XY").circle(10).extrude(40).translate((-10, y, -20)))
fixture = gripper
