# Assemblies within an assembly: locations multiply; colours and metadata are no geometry.
import cadquery as cq

wheel = cq.Workplane("XZ").circle(8).circle(2).extrude(3)
axle = cq.Assembly(name="axle", metadata={"material": "steel"})
axle.add(wheel, name="left", loc=cq.Location((0, -12, 0)))
axle.add(wheel, name="right", loc=cq.Location(cq.Vector(0, 12, 0), cq.Vector(0, 0, 1), 180))
axle.add(cq.Workplane("XZ").circle(2).extrude(30, both=True), name="rod", color=cq.Color("blue"))
cart = cq.Assembly(cq.Workplane("XY").box(60, 24, 3), name="cart", loc=cq.Location((0, 0, 20)))
cart.add(axle, name="front", loc=cq.Location((20, 0, -10)))
cart.add(axle, name="rear", loc=cq.Location((-20, 0, -10)))
show_object(cart, name="cart")
