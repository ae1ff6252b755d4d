# Constraints, solved: a lid on a box and a plug in its hole.
import cadquery as cq

box = cq.Workplane("XY").box(30, 30, 10).faces(">Z").shell(-2)
lid = cq.Workplane("XY").box(30, 30, 2).faces(">Z").workplane().hole(6)
plug = cq.Workplane("XY").circle(3).extrude(4)
lid.faces("<Z").tag("under")
assembly = (
    cq.Assembly()
    .add(box, name="box", color=cq.Color("red"))
    .add(lid, name="lid")
    .add(plug, name="plug")
    .constrain("box@faces@>Z", "lid?under", "Plane")
    .constrain("lid@faces@>Z", "plug@faces@>Z", "Plane", param=0)
)
assembly.solve()
result = assembly
