import cadquery as cq
s = cq.Workplane("XY").box(6, 80, 150)
for z in (-72, -24, 24, 72):
    s = s.union(cq.Workplane("XY").box(85, 80, 3).translate((0, 0, z)))
fixture = s.faces(">X").workplane().hole(5)
