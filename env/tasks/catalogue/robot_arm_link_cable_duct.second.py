import math
import cadquery as cq

# Rings revolved, beam as a square tube that ends inside the rings, duct mouths opened through the rings afterwards.
def ring(x, r0, r1):
    return cq.Workplane("XZ", origin=(x, 0, 0)).polyline([(r0, -30), (r1, -30), (r1, 30), (r0, 30)]).close().revolve(360, (0, 0, 0), (0, 1, 0))
beam = cq.Workplane("YZ", origin=(35, 0, 0)).rect(44, 44).extrude(190)
link = beam.union(ring(0, 22, 40)).union(ring(250, 16, 30))
link = link.cut(cq.Workplane("XY").cylinder(60, 22)).cut(cq.Workplane("XY").cylinder(60, 16).translate((250, 0, 0)))
link = link.cut(cq.Workplane("YZ").rect(30, 26).extrude(250))
link = link.cut(cq.Workplane("XY").center(125, 0).circle(9).extrude(40))
for k in range(6):
    a = math.radians(60 * k)
    link = link.cut(cq.Workplane("XY", origin=(31 * math.cos(a), 31 * math.sin(a), 15)).circle(2.75).extrude(20))
for k in range(4):
    a = math.radians(45 + 90 * k)
    link = link.cut(cq.Workplane("XY", origin=(250 + 23 * math.cos(a), 23 * math.sin(a), 18)).circle(2.25).extrude(20))
result = link.translate((-125, 40, 10))
