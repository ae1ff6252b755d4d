import math
import cadquery as cq

# Two equal lengths of three turns each, the second put on top of the first; turned about Z by whole turns only.
path = cq.Workplane(obj=cq.Wire.makeHelix(8, 24, 15, center=cq.Vector(0, 0, 10)))
lead = math.atan2(8, 30 * math.pi)
disc = cq.Workplane(cq.Plane(origin=(15, 0, 10), xDir=(-1, 0, 0), normal=(0, math.cos(lead), math.sin(lead)))).circle(2)
lower = disc.sweep(path, isFrenet=True)
result = lower.union(lower.translate((0, 0, 24)))
