# An assembly that is saved in three formats.
import cadquery as cq

base = cq.Workplane("XY").box(40, 40, 4)
pin = cq.Workplane("XY").cylinder(20, 3)
assembly = cq.Assembly(name="stand")
assembly.add(base, name="base", color=cq.Color("gray"))
assembly.add(pin, name="pin", loc=cq.Location((0, 0, 12)), color=cq.Color(0.8, 0.1, 0.1, 1.0))
assembly.export("stand.step")
assembly.save("stand.glb")
assembly.toCompound().exportStep("flat.step")
result = assembly
