import cadquery as cq

# base plate
base = cq.Workplane("XY").box(120, 120, 10).translate((0, 0, 5))
# back support, tilted
back = cq.Workplane("XY").box(90, 8, 150).rotate((0, 0, 0), (1, 0, 0), -15).translate((0, 20, 84))
# bottom lip
lip = cq.Workplane("XY").box(90, 30, 8).translate((0, -5, 24))
# hinge barrel
barrel = cq.Workplane("YZ").center(0, 16).circle(10).extrude(50, both=True)
result = base.union(back).union(lip).union(barrel)
# screw holes
result = result.cut(cq.Workplane("XY").rect(100, 100, forConstruction=True).vertices().circle(3).extrude(20))
fixture = result
