import cadquery as cq

# main housing
housing = cq.Workplane("XY").box(220, 140, 160).edges("|Z").fillet(15)
housing = housing.cut(cq.Workplane("XY").box(200, 120, 140))

# flange at the split
flange = cq.Workplane("XY").box(260, 180, 16).cut(cq.Workplane("XY").box(200, 120, 20))
housing = housing.union(flange)

# bearing bores
housing = housing.cut(cq.Workplane("XZ").pushPoints([(-50, 0), (50, 0)]).circle(28).extrude(200, both=True))

# bolt holes
fixture = housing.cut(cq.Workplane("XY").rect(240, 160, forConstruction=True).vertices().circle(5).extrude(40, both=True))
