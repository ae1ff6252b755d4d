import cadquery as cq

palm = cq.Workplane("XY").box(50, 120, 60).translate((-55, 0, 0))
palm = palm.faces("<X").workplane().rect(80, 40, forConstruction=True).vertices().hole(6)
finger1 = cq.Workplane("XY").box(110, 16, 24).translate((25, 35, 0))
finger2 = cq.Workplane("XY").box(110, 16, 24).translate((25, -35, 0))
pad1 = cq.Workplane("XY").box(25, 6, 30).translate((67, 25, 0))
pad2 = cq.Workplane("XY").box(25, 6, 30).translate((67, -25, 0))
boss1 = cq.Workplane("XY").center(-20, 35).circle(10).extrude(20, both=True)
boss2 = cq.Workplane("XY").center(-20, -35).circle(10).extrude(20, both=True)
fixture = palm.union(finger1).union(finger2).union(pad1).union(pad2).union(boss1).union(boss2)
