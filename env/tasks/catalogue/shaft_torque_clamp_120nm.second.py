import cadquery as cq

# Plan views extruded from z = 0; the web from 15 to 55.
root = cq.Workplane("XY").moveTo(0, 0).rect(50, 90, centered=False).extrude(70).faces(">Z").workplane(origin=(25, 45, 70)).pushPoints([(0, 26), (0, -26)]).hole(13)
web = cq.Workplane("XY", origin=(0, 45, 15)).polyline([(50, -40), (200, -30), (200, 30), (50, 40)]).close()
web = web.polyline([(60, -25), (145, -18), (145, 18), (60, 25)]).close().extrude(40)
boss = cq.Workplane("XY", origin=(200, 45, 0)).circle(40).extrude(70)
part = root.union(web).union(boss)
tool = cq.Workplane("XY", origin=(200, 45, 0)).circle(20).extrude(70)
tool = tool.union(cq.Workplane("XY").box(50, 4, 70, centered=(False, True, False)).translate((200, 45, 0)))
tool = tool.union(cq.Workplane(obj=cq.Solid.makeCylinder(4.2, 100, cq.Vector(230, -5, 35), cq.Vector(0, 1, 0))))
result = part.cut(tool)
