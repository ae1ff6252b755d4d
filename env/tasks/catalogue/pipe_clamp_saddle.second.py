import cadquery as cq

# One profile in the plane of the pipe's cross-section, extruded; then corners and holes.
p = cq.Workplane("YZ").moveTo(-50, 0).lineTo(-26, 0).threePointArc((0, 26), (26, 0)).lineTo(50, 0).lineTo(50, 6)
h = (32**2 - 36) ** 0.5
p = p.lineTo(h, 6).threePointArc((0, 32), (-h, 6)).lineTo(-50, 6).close().extrude(30)
p = p.edges("|Z").edges("<Y or >Y").fillet(5)
for y in (-41, 41):
    p = p.cut(cq.Workplane("XY", origin=(15, y, 0)).circle(3.5).extrude(6))
result = p.translate((0, 0, 12))
