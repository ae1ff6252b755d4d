import cadquery as cq
from math import radians, cos, sin

# Double-sided (torus) axial stator: web in the middle, 12 wedge teeth on each face.
# Centred on the origin, axis = Z.

def sector(r0, r1, half_deg, z0, z1, at_deg):
    """Annular wedge between two radii."""
    def p(r, a):
        a = radians(a + at_deg)
        return (r * cos(a), r * sin(a))
    return (cq.Workplane("XY").workplane(offset=z0)
            .moveTo(*p(r0, -half_deg))
            .lineTo(*p(r1, -half_deg))
            .threePointArc(p(r1, 0), p(r1, half_deg))
            .lineTo(*p(r0, half_deg))
            .threePointArc(p(r0, 0), p(r0, -half_deg))
            .close().extrude(z1 - z0))

pitch = 360 / 12

# steel web, outer rim and hub
body = cq.Workplane("XY").workplane(offset=-4).circle(90).extrude(8)
hub = cq.Workplane("XY").workplane(offset=-11).circle(30).extrude(22)
body = body.union(hub)

# twelve tapered teeth per side, rounded vertical corners
for k in range(12):
    tooth = sector(39, 82, 10, -15, 15, k * pitch).edges("|Z").fillet(2)
    body = body.union(tooth)

# shaft opening with a keyway
body = body.cut(cq.Workplane("XY").workplane(offset=-20).circle(20).extrude(40))
body = body.cut(cq.Workplane("XY").workplane(offset=-20).center(20, 0).rect(7, 6).extrude(40))

# rim bolt holes, one behind every slot
holes = (cq.Workplane("XY").workplane(offset=-10)
         .polarArray(82, pitch / 2, 360, 12).circle(2.1).extrude(20))
fixture = body.cut(holes)
