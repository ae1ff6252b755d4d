import cadquery as cq

# Spindle axis as the origin; the vise looks along -Y.
def cylinder(r, length, at, along):
    return cq.Workplane(obj=cq.Solid.makeCylinder(r, length, cq.Vector(*at), cq.Vector(*along)))

base = cq.Workplane("XY", origin=(0, 0, -90)).rect(140, 230).extrude(22)
for x in (-52, 52):
    for y in (-97.5, 97.5):
        base = base.cut(cylinder(6, 22, (x, y, -90), (0, 0, 1)))
body = base.translate((0, -115, 0))
side = cq.Workplane("YZ").polyline([(-28, -68), (-28, 60), (-74, 60), (-74, -68)]).close().extrude(60, both=True)
jaw = cq.Workplane("YZ").polyline([(-124, -50), (-124, 58), (-164, 58), (-164, -50)]).close().extrude(60, both=True)
rails = cq.Workplane("XZ", origin=(0, -28, -58)).pushPoints([(-38, 0), (38, 0)]).rect(20, 20).extrude(192)
body = body.union(side).union(rails).union(jaw)
body = body.union(cylinder(12, 222, (0, -50, 0), (0, -1, 0))).union(cylinder(18, 30, (0, -250, 0), (0, -1, 0)))
result = body.union(cylinder(6, 132, (-66, -262, 0), (1, 0, 0)))
