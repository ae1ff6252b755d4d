import cadquery as cq

# All passages as one tool, taken from the block at once.
def rod(r, x, y, z, d, h):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, h, cq.Vector(x, y, z), cq.Vector(*d)))
tool = rod(8, -58, 0, 20, (1, 0, 0), 200).union(rod(4, 0, 0, 20, (0, -1, 0), 50))
for x in (-48, -16, 16, 48):
    tool = tool.union(rod(5, x, 0, 20, (0, 0, 1), 100)).union(rod(9, x, 0, 36, (0, 0, 1), 50))
block = cq.Workplane("XY").rect(140, 60).extrude(50)
for x in (-62, 62):
    for y in (-22, 22):
        block = block.cut(rod(3.5, x, y, -1, (0, 0, 1), 80))
result = block.cut(tool).translate((70, 30, -50))
