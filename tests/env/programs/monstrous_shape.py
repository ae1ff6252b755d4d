# More bytes than a shape may take.
# ends: refused
import cadquery as cq

fixture = cq.Compound.makeCompound([cq.Solid.makeBox(1, 1, 1 + i / 1000) for i in range(800)])
