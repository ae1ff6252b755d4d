import cadquery as cq
f = cq.Workplane("XY").box(260, 80, 130)
f = f.cut(cq.Workplane("XY").box(240, 80, 110))
f = f.union(cq.Workplane("XY").box(10, 80, 130)).union(cq.Workplane("XY").box(260, 80, 10))
fixture = f.faces("<X").workplane(centerOption="CenterOfBoundBox").pushPoints([(0, 30), (0, -30)]).hole(10, 10)
