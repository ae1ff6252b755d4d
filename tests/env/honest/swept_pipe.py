# Sweeps: along a path with arcs, with multiple sections, with a transition.
import cadquery as cq

path = cq.Workplane("XZ").lineTo(0, 20).threePointArc((5, 32), (17, 37)).lineTo(40, 37)
pipe = cq.Workplane("XY").circle(4).circle(3).sweep(path)
frame = cq.Workplane("YZ").polyline([(0, 0), (30, 0), (30, 20), (0, 20)]).close()
rail = cq.Workplane("XZ").rect(3, 3).sweep(
    cq.Workplane("XY").polyline([(0, 0), (0, 30), (25, 30)]), transition="round"
)
straight = cq.Workplane("XZ").lineTo(0, 30)
morph = (
    cq.Workplane("XY").rect(8, 8).workplane(offset=30).circle(3).sweep(straight, multisection=True)
)
result = pipe.union(rail.translate((0, 60, 0))).union(morph.translate((0, -60, 0)))
