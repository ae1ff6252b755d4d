import cadquery as cq

base = cq.Workplane("XY").box(220, 140, 20).translate((0, 0, 10))
base = base.faces(">Z").workplane().rect(180, 110, forConstruction=True).vertices().hole(10)
fixed_jaw = cq.Workplane("XY").box(40, 120, 130).translate((-80, 0, 85))
moving_jaw = cq.Workplane("XY").box(40, 120, 130).translate((20, 0, 85))
spindle = cq.Workplane("YZ").circle(10).extrude(250).translate((-80, 0, 80))
handle = cq.Workplane("XZ").circle(6).extrude(140).translate((160, 70, 80))
fixture = base.union(fixed_jaw).union(moving_jaw).union(spindle).union(handle)
