# Shells with open faces, thickening outwards, a split and an interior offset.
import cadquery as cq

cup = cq.Workplane("XY").circle(15).extrude(25).faces(">Z").shell(-2)
case = cq.Workplane("XY").box(40, 30, 20).edges("|Z").fillet(4).faces(">Z").shell(1.5, kind="intersection")
lower = case.faces(">Y").workplane(offset=-15).split(keepBottom=True)
result = cup.union(lower.translate((60, 0, 0)))
