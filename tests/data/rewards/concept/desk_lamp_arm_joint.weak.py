import cadquery as cq

arm1 = cq.Workplane("XY").box(180, 20, 24).rotate((0, 0, 0), (0, 1, 0), -50).translate((70, 0, 80))
arm2 = cq.Workplane("XY").box(150, 20, 24).rotate((0, 0, 0), (0, 1, 0), 30).translate((188, 0, 118))
pivot = cq.Workplane("XZ").circle(20).extrude(40, both=True).translate((126, 0, 152))
base_pivot = cq.Workplane("XZ").circle(20).extrude(25, both=True).translate((20, 0, 22))
head = cq.Workplane("XY").circle(22).extrude(40).translate((240, 0, 55))
result = arm1.union(arm2).union(pivot).union(base_pivot).union(head)
# hinge pin holes
result = result.cut(cq.Workplane("XZ").circle(4).extrude(60, both=True).translate((126, 0, 152)))
result = result.cut(cq.Workplane("XZ").circle(4).extrude(60, both=True).translate((20, 0, 22)))
fixture = result
