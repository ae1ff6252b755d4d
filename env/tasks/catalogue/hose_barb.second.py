import cadquery as cq

# Stacked primitives, drilled at the end; the flange's top lies at z = 0.
up = cq.Vector(0, 0, 1)
parts = [
    cq.Solid.makeCylinder(11, 5, cq.Vector(0, 0, -5), up),
    cq.Solid.makeCylinder(5, 5, cq.Vector(0, 0, 0), up),
]
for z in (5, 11, 17):
    parts.append(cq.Solid.makeCone(6.25, 5, 6, cq.Vector(0, 0, z), up))
body = cq.Workplane(obj=parts[0])
for part in parts[1:]:
    body = body.union(cq.Workplane(obj=part))
result = body.cut(cq.Workplane(obj=cq.Solid.makeCylinder(3, 60, cq.Vector(0, 0, -20), up)))
