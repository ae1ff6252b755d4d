import cadquery as cq

# Plate drawn flat and stood up; the bar as two cylinders and a quarter of a ring.
plate = cq.Workplane("XY").rect(90, 180).extrude(10).cut(cq.Workplane("XY").pushPoints([(0, -70), (0, 70)]).circle(4.5).extrude(10))
plate = plate.rotate((0, 0, 0), (1, 0, 0), 90).rotate((0, 0, 0), (0, 0, 1), 90)
straight = cq.Workplane("YZ").circle(10).extrude(95).translate((5, 0, -30))
ring = cq.Workplane(obj=cq.Solid.makeTorus(50, 10, cq.Vector(100, 0, 20), cq.Vector(0, 1, 0)))
quarter = ring.intersect(cq.Workplane("XY").box(100, 100, 100, centered=False).translate((100, -50, -80)))
upright = cq.Workplane("XY").circle(10).extrude(30).translate((150, 0, 20))
result = plate.union(straight).union(quarter).union(upright).translate((0, 12, 300))
