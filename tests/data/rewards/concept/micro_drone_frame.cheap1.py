import cadquery as cq
fixture = (cq.Workplane("XY").box(180, 180, 28).faces(">Z").workplane()
           .rarray(40, 40, 4, 4).hole(32))
