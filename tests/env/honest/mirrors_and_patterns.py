# Mirrors, polar and rectangular patterns, eachpoint with locations.
import cadquery as cq

half = cq.Workplane("XY").moveTo(0, 0).lineTo(20, 0).lineTo(15, 10).lineTo(0, 12).mirrorY().extrude(5)
whole = half.mirror("XZ", union=True).mirror(half.faces("<Z"), union=True)
disk = cq.Workplane("XY").circle(25).extrude(4)
disk = disk.faces(">Z").workplane().polarArray(18, 0, 360, 7).hole(3)
disk = disk.faces(">Z").workplane().polarArray(10, 0, 180, 4, fill=True, rotate=True).rect(2, 4).cutThruAll()
pegs = cq.Workplane("XY").rarray(8, 8, 3, 2).eachpoint(lambda loc: cq.Solid.makeCone(2, 1, 5).located(loc))
result = whole.translate((60, 0, 0)).union(disk).union(pegs.translate((0, 60, 0)))
