# A loft through three sections, smooth; a ruled one, shelled.
import cadquery as cq

smooth = (
    cq.Workplane("XY").rect(30, 20).workplane(offset=15).circle(12).workplane(offset=15).rect(18, 12).loft(combine=True)
)
ruled = cq.Workplane("XY").polygon(6, 20).workplane(offset=20).polygon(6, 10).loft(ruled=True).faces(">Z").shell(-1.0)
result = smooth.union(ruled.translate((50, 0, 0)))
