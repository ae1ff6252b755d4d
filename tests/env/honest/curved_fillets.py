# Fillets on curved and variable edges, chamfers of two lengths, clean.
import cadquery as cq

body = cq.Workplane("XY").circle(20).extrude(10).faces(">Z").circle(12).extrude(10)
body = body.faces(">Z").edges().fillet(2).edges("%CIRCLE and <Z").chamfer(1, 2)
arm = cq.Workplane("XZ").rect(8, 8).extrude(-40).edges("|Y").fillet(1.5)
result = body.union(arm, clean=True).faces(">Z").workplane().cskHole(4, 8, 82).faces("<Z").workplane().hole(2, 3)
