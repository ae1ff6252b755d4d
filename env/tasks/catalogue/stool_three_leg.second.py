import cadquery as cq

# Seat and shelf are grooves of one turned blank; each leg is added in its place.
body = cq.Workplane(obj=cq.Solid.makeCylinder(160, 30, cq.Vector(0, 0, 0)))
body = body.union(cq.Workplane(obj=cq.Solid.makeCylinder(120, 15, cq.Vector(0, 0, -300))))
leg = cq.Workplane(obj=cq.Solid.makeCylinder(18, 425, cq.Vector(110, 0, -420)))
for angle in (240, 120, 0):
    body = body.union(leg.rotate((0, 0, 0), (0, 0, 1), angle))
result = body
