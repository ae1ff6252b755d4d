# Workplanes: origin, offset, transformed, tagged, copied, local and global coordinates.
import cadquery as cq

base = cq.Workplane("front", origin=(1, 2, 3)).box(30, 20, 6).tag("base")
part = base.faces(">Z").workplane().transformed(offset=(5, 0, 0), rotate=(0, 20, 30)).rect(4, 4).extrude(12)
part = part.workplaneFromTagged("base").center(-10, 0).circle(2).cutThruAll()
part = part.faces("<Y", tag="base").workplane(offset=2).center(0, 0).text("x", 4, 1)
tilted = cq.Workplane(cq.Plane(origin=(0, 40, 0), xDir=(1, 1, 0), normal=(0, 0, 1))).box(5, 6, 7)
result = part.union(tilted).rotate((0, 0, 0), (0, 0, 1), 15).rotateAboutCenter((1, 0, 0), 5)
