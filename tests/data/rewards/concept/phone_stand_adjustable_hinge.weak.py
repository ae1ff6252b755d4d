import cadquery as cq

base = cq.Workplane("XY").box(120, 120, 10).translate((0, 0, 5))
hinge = cq.Workplane("YZ").circle(10).extrude(100).translate((-50, 0, 18))
back = cq.Workplane("XY").box(90, 8, 140).translate((0, 0, 70)).rotate((0, 0, 0), (1, 0, 0), -15).translate((0, 0, 22))
lip = cq.Workplane("XY").box(90, 25, 6).translate((0, -14, 32))
result = base.union(hinge).union(back).union(lip)
# screw holes in base
result = result.cut(cq.Workplane("XY").rarray(100, 100, 2, 2).circle(2.5).extrude(20))
fixture = result
