import cadquery as cq

top = cq.Workplane("XY").box(420, 340, 25).translate((0, 0, 467))
lower = cq.Workplane("XY").box(380, 150, 20).translate((0, 105, 160))
stool = top.union(lower)
# crossed legs
for x in (-195, 195):
    leg1 = cq.Workplane("XY").box(20, 30, 555).rotate((0, 0, 0), (1, 0, 0), 34).translate((x, 0, 237))
    leg2 = cq.Workplane("XY").box(20, 30, 555).rotate((0, 0, 0), (1, 0, 0), -34).translate((x, 0, 237))
    stool = stool.union(leg1).union(leg2)
# pivot
pivot = cq.Workplane("YZ").circle(12).extrude(420).translate((-210, 0, 237))
fixture = stool.union(pivot)
