# A million faces, none of them hard to make.
# ends: timeout
# wall_seconds: 3
import cadquery as cq

box = cq.Solid.makeBox(1, 1, 1)
fixture = cq.Compound.makeCompound([box.moved(cq.Location((2 * i, 0, 0))).copy() for i in range(170000)])
