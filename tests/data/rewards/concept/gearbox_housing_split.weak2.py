import cadquery as cq

# main housing
body = cq.Workplane("XY").box(220, 140, 160).edges("|Z").fillet(15)
# flange in the middle (split line)
flange = cq.Workplane("XY").box(260, 180, 20).edges("|Z").fillet(10)
body = body.union(flange)
# hollow
body = body.cut(cq.Workplane("XY").box(200, 120, 140))
# bearing bores
body = body.cut(cq.Workplane("XZ").pushPoints([(-50, 0), (50, 0)]).circle(30).extrude(200, both=True))
# bolt holes
bolts = cq.Workplane("XY").rect(240, 160, forConstruction=True).vertices().circle(5).extrude(50, both=True)
fixture = body.cut(bolts)
