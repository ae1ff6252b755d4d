import cadquery as cq
import math

n, h = 12, 30.0
yoke = cq.Workplane("XY").circle(90).circle(32).extrude(8)

# separate sintered tooth, trapezoid with its tip at the air gap
pts_body = [(44, -5.5), (82, -15), (82, 15), (44, 5.5)]
pts_tip = [(41, -9), (85, -20), (85, 20), (41, 9)]
tooth = cq.Workplane("XY").workplane(offset=8).polyline(pts_body).close().extrude(18)
tooth = tooth.union(cq.Workplane("XY").workplane(offset=26).polyline(pts_tip).close().extrude(4))

# winding as a closed band around the tooth
band = cq.Workplane("XY").workplane(offset=8).polyline(pts_body).close().offset2D(3.2, "arc").extrude(18)
coil = band.cut(cq.Workplane("XY").workplane(offset=8).polyline(pts_body).close().extrude(18))

hub = cq.Workplane("XY").circle(32).circle(17.5).extrude(20)

fixture = cq.Assembly(name="axial_stator")
fixture.add(yoke, name="back_iron", color=cq.Color("gray"))
fixture.add(hub, name="hub", color=cq.Color("gray"))
for i in range(n):
    loc = cq.Location(cq.Vector(0, 0, 0), cq.Vector(0, 0, 1), i * 360.0 / n)
    fixture.add(tooth, name=f"tooth_{i}", loc=loc, color=cq.Color("lightgray"))
    fixture.add(coil, name=f"coil_{i}", loc=loc, color=cq.Color("orange"))
