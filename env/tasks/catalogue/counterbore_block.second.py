import cadquery as cq

block = cq.Workplane("XY").rect(60, 40, centered=False).extrude(25)
# A screw with its head, as one turned solid.
screw = (
    cq.Workplane("XZ")
    .polyline([(0, -1), (3.3, -1), (3.3, 18.5), (5.5, 18.5), (5.5, 30), (0, 30)])
    .close()
    .revolve(360, (0, 0, 0), (0, 1, 0))
)
for x in (12, 48):
    block = block.cut(screw.translate((x, 20, 0)))
result = block
