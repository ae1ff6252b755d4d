import cadquery as cq

V = cq.Vector


def ellipse(a, b, z):
    return cq.Wire.makeEllipse(a, b, V(0, 0, z), V(0, 0, 1), V(1, 0, 0))


# Solids of the direct API, one for the outside and one for the inside.
def form(a, b, r, foot):
    trunk = cq.Solid.extrudeLinear(ellipse(a, b, foot), [], V(0, 0, 90 - foot))
    shoulder = cq.Solid.makeLoft([ellipse(a, b, 90), cq.Wire.makeCircle(r, V(0, 0, 120), V(0, 0, 1))], True)
    return trunk.fuse(shoulder, cq.Solid.makeCylinder(r, 30, V(0, 0, 120)))


outside = form(40, 25, 16, 0).fuse(cq.Solid.makeCylinder(20, 3, V(0, 0, 120)))
wire = cq.Wire.makeHelix(5, 7.5, 16, center=V(0, 0, 130))
section = cq.Wire.makeCircle(1.5, V(16, 0, 130), wire.tangentAt(0))
bead = cq.Solid.sweep(section, [], wire, True, True)
bottle = outside.fuse(bead).cut(form(38, 23, 13, 3))
result = cq.Workplane(obj=bottle).translate((0, 0, -75))
