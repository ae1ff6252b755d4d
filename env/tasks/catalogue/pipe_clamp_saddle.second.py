import cadquery as cq

# The pipe runs along X here. Rods and blocks make the round parts instead of a drawn profile.
TOP = cq.Workplane("XY").box(400, 400, 100, centered=(True, True, False))


def tunnel(r, x0, x1):
    rod = cq.Workplane("YZ", origin=(x0, 0, 26)).circle(r).extrude(x1 - x0).intersect(TOP.translate((0, 0, 26)))
    return rod.union(cq.Workplane("XY").box(x1 - x0, 2 * r, 26).translate(((x0 + x1) / 2, 0, 13)))


part = tunnel(48, -40, 40)
for c in (-18, 18):
    part = part.union(tunnel(54, c - 6, c + 6).edges("(<X or >X) and (not <Z) and (not #Z)").fillet(4))
base = cq.Workplane("XY").sketch().rect(80, 160).vertices().fillet(8).finalize().extrude(12)
part = part.union(base).cut(tunnel(40, -50, 50))
for x in (-26, 26):
    for y in (-67, 67):
        part = part.cut(cq.Workplane("XY").center(x, y).circle(5.5).extrude(12))
result = part.translate((40, 80, 5))
