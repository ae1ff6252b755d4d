import cadquery as cq

# A rounded block hollowed by a shell; each post is a tube on a stub, drawn about its own axis.
result = cq.Workplane("XY").rect(100, 60).extrude(-40).edges("|Z").fillet(4).faces(">Z").shell(-2)
for x in (-40, 40):
    for y in (-20, 20):
        stub = cq.Workplane("XY", origin=(x, y, -39)).circle(3).extrude(15)
        tube = cq.Workplane("XY", origin=(x, y, -24)).circle(3).circle(1.25).extrude(12)
        result = result.union(stub).union(tube)
result = result.cut(cq.Workplane("YZ", origin=(45, 0, -24)).rect(14, 8).extrude(10))
