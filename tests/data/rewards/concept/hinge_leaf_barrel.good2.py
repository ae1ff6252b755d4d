import cadquery as cq

# Hinge with the pin along Y, leaves on the barrel mid-plane, everything centred at the origin
t = 3.2                     # leaf thickness
r_barrel, r_pin = 6.0, 2.75
knuckle_len = [22.0, 23.0, 22.0]
slit = 0.4                  # running clearance between neighbouring knuckles
total_y = 70.0
cap = (total_y - sum(knuckle_len) - 2 * slit) / 2

pin = (cq.Workplane("XZ", origin=(0, total_y / 2, 0)).circle(r_pin).extrude(total_y)
       .union(cq.Workplane("XZ", origin=(0, total_y / 2, 0)).circle(4.6).extrude(cap))
       .union(cq.Workplane("XZ", origin=(0, -total_y / 2 + cap, 0)).circle(4.6).extrude(cap)))

# blank leaf on +X, clear of the barrel
blank = (cq.Workplane("XY").center((50 + r_barrel + 0.6) / 2, 0)
         .rect(50 - r_barrel - 0.6, total_y - 2 * cap).extrude(t / 2, both=True)
         .edges("|Z and >X").fillet(9))
blank = (blank.faces(">Z").workplane(origin=(0, 0, 0))
         .pushPoints([(20, -22), (20, 22), (38, -14), (38, 14)])
         .cskHole(4.5, 8.5, 90))

# knuckles: start points along Y
starts = []
y = -total_y / 2 + cap
for length in knuckle_len:
    starts.append((y, length))
    y += length + slit


def knuckle(y0, length, sgn):
    tube = cq.Workplane("XZ", origin=(0, y0, 0)).circle(r_barrel).extrude(-length)
    web = cq.Workplane("XY").box(r_barrel + 4, length, t, centered=(False, False, True)).translate((0, y0, 0))
    if sgn < 0:
        web = web.mirror("YZ")
    return tube.union(web)


leaf_a = blank.union(knuckle(*starts[1], 1))
leaf_b = blank.mirror("YZ").union(knuckle(*starts[0], -1)).union(knuckle(*starts[2], -1))

# pin is staked in place in this model, so the hinge is one body
fixture = leaf_a.union(leaf_b).union(pin)
