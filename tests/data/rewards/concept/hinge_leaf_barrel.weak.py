import cadquery as cq

# two leaves
leaf1 = cq.Workplane("XY").box(100, 32, 4).translate((0, 19, 0)).edges("|Z").fillet(5)
leaf2 = cq.Workplane("XY").box(100, 32, 4).translate((0, -19, 0)).edges("|Z").fillet(5)
leaf1 = leaf1.faces(">Z").workplane().pushPoints([(-30, 0), (30, 0)]).hole(5)
leaf2 = leaf2.faces(">Z").workplane().pushPoints([(-30, 0), (30, 0)]).hole(5)
# barrel and pin
barrel = cq.Workplane("YZ").circle(6).circle(3).extrude(50, both=True)
pin = cq.Workplane("YZ").circle(3).extrude(50, both=True)
fixture = leaf1.union(leaf2).union(barrel).union(pin)
