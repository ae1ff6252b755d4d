# Every kind of 2D curve in one outline, and a second one offset.
import cadquery as cq

outline = (
    cq.Workplane("XY")
    .moveTo(0, 0)
    .lineTo(30, 0)
    .tangentArcPoint((5, 5))
    .vLine(10)
    .radiusArc((25, 30), -12)
    .sagittaArc((15, 32), 1)
    .spline([(10, 28), (5, 30)], includeCurrent=True)
    .polarLine(5, 200)
    .close()
)
plate = outline.extrude(4)
ring = cq.Workplane("XY").rect(20, 20).offset2D(3).extrude(2).translate((0, 60, 0))
ellipse = cq.Workplane("XY").ellipse(12, 7).extrude(3, taper=5).translate((60, 0, 0))
result = plate.union(ring).union(ellipse)
