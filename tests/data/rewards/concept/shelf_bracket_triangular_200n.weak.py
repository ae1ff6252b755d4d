import cadquery as cq

# wall plate
plate = cq.Workplane("XY").box(10, 60, 180).translate((5, 0, 90))
plate = plate.faces(">X").workplane().pushPoints([(0, 50), (0, -50)]).hole(8)
# support arm
arm = cq.Workplane("XY").box(220, 60, 10).translate((110, 0, 175))
# diagonal rib
rib = cq.Workplane("XZ").polyline([(10, 20), (10, 170), (200, 170)]).close().extrude(4, both=True)
fixture = plate.union(arm).union(rib)
