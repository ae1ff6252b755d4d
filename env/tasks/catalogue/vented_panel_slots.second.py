import cadquery as cq

# Top sheet and rim as two extruded sketches; slots as a box between two cylinders.
sheet = cq.Sketch().rect(200, 120).vertices().fillet(8)
inner = cq.Sketch().rect(194, 114).vertices().fillet(5)
rim = cq.Workplane("XY").placeSketch(sheet).extrude(9).cut(cq.Workplane("XY").placeSketch(inner).extrude(9))
panel = cq.Workplane("XY", origin=(0, 0, 9)).placeSketch(sheet).extrude(3).union(rim)
tool = cq.Workplane("XY").box(55, 5, 40)
for x in (-27.5, 27.5):
    tool = tool.union(cq.Workplane("XY").cylinder(40, 2.5).translate((x, 0, 0)))
for k in range(8):
    panel = panel.cut(tool.translate((-40, 10 * k - 35, 0))).cut(tool.translate((40, 10 * k - 35, 0)))
for x, y in ((88, 48), (88, -48), (-88, 48), (-88, -48)):
    panel = panel.cut(cq.Workplane("XY").cylinder(40, 2.5).translate((x, y, 0)))
result = panel.translate((0, 0, -50))
