import cadquery as cq

# A tall tube with windows cut out of it; everything lies along X at the end.
tube = cq.Workplane("XY").circle(42.5).circle(37).extrude(136)
front = cq.Workplane("XY").box(100, 100, 1, centered=(True, True, False))
keep = cq.Workplane("XY").circle(60).extrude(6)
for z in (60, 126):
    keep = keep.union(cq.Workplane("XY", origin=(0, 0, z)).circle(60).extrude(10).cut(cq.Workplane("XY", origin=(0, -30, z)).rect(44, 60).extrude(10)))
rings = tube.intersect(keep)
lip = cq.Workplane("XY", origin=(0, 0, 136)).circle(42.5).circle(35).extrude(4).cut(cq.Workplane("XY", origin=(0, -30, 136)).rect(44, 60).extrude(4))
ribs = cq.Workplane("XY").pushPoints([(39.75, 0), (-39.75, 0)]).rect(5.5, 8).extrude(136)
back = cq.Workplane("XZ", origin=(0, 42, 0)).rect(24, 300).extrude(6).intersect(cq.Workplane("XY").box(200, 200, 150, centered=(True, True, False)))
back = back.cut(cq.Workplane("XZ", origin=(0, 50, 0)).pushPoints([(0, 43), (0, 107)]).circle(2.75).extrude(20))
bar = cq.Workplane("XY").rect(12, 80).extrude(6)
result = rings.union(lip).union(ribs).union(back).union(bar).rotate((0, 0, 0), (0, 0, 1), 90)
