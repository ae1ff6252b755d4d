import cadquery as cq

body_x, body_y, body_h = 80.0, 50.0, 90.0
wall, bottom = 2.0, 3.0
neck_d, neck_bore, neck_z, top = 32.0, 26.0, 120.0, 150.0
collar_d, collar_t = 40.0, 3.0
bead_d, bead_pitch, bead_turns, bead_z = 3.0, 5.0, 1.5, 130.0


def hollow_form(x, y, neck, start):
    """Elliptical body, ruled shoulder to a circle, cylindrical neck."""
    body = cq.Workplane("XY", origin=(0, 0, start)).ellipse(x / 2, y / 2).extrude(body_h - start)
    shoulder = (
        cq.Workplane("XY", origin=(0, 0, body_h))
        .ellipse(x / 2, y / 2)
        .workplane(offset=neck_z - body_h)
        .circle(neck / 2)
        .loft(ruled=True)
    )
    throat = cq.Workplane("XY", origin=(0, 0, neck_z)).circle(neck / 2).extrude(top - neck_z)
    return body.union(shoulder).union(throat)


bottle = hollow_form(body_x, body_y, neck_d, 0)
bottle = bottle.union(cq.Workplane("XY", origin=(0, 0, neck_z)).circle(collar_d / 2).extrude(collar_t))

# Round thread bead, its centre line on the surface of the neck.
helix = cq.Wire.makeHelix(bead_pitch, bead_turns * bead_pitch, neck_d / 2, center=cq.Vector(0, 0, bead_z))
start = cq.Plane(origin=(neck_d / 2, 0, bead_z), xDir=(1, 0, 0), normal=helix.tangentAt(0))
bead = cq.Workplane(start).circle(bead_d / 2).sweep(cq.Workplane(obj=helix), isFrenet=True)

fixture = bottle.union(bead).cut(hollow_form(body_x - 2 * wall, body_y - 2 * wall, neck_bore, bottom))
