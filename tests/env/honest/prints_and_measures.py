# Asks the shape about itself, prints a lot, and uses what it was told.
import cadquery as cq

part = cq.Workplane("XY").box(10, 20, 30)
box = part.val().BoundingBox()
print(f"{box.xlen:.1f} x {box.ylen:.1f} x {box.zlen:.1f}", part.val().Volume(), part.faces().size())
print("centre", part.val().Center().toTuple(), "valid", part.val().isValid())
edges = sorted(part.edges().vals(), key=lambda edge: edge.Length())
part = part.newObject([edges[-1]]).chamfer(edges[0].Length() / 10)
for i in range(200):
    print("line", i)
result = part
