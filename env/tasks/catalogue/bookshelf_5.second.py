import cadquery as cq

# A full block from which the four compartments and the two recesses at the floor are taken.
block = cq.Workplane("XY").box(800, 300, 1800)
def void(y0, y1, z0, z1):
    return cq.Workplane("XY").box(760, y1 - y0, z1 - z0).translate((0, (y0 + y1) / 2, (z0 + z1) / 2))
for k in range(4):
    block = block.cut(void(-151, 142, -820 + 430 * k, -410 + 430 * k))
block = block.cut(void(-151, -120, -901, -840)).cut(void(-100, 151, -901, -840))
result = block.translate((500, 200, 100))
