import cadquery as cq

# 12 slot axial stator milled from one steel ring, slots cut radially, centred on the origin
outer_d = 180
ring_in_d = 92
hub_d = 62
shaft_d = 35
thick = 30
slot_w = 11
slot_depth = 19

ring = cq.Workplane("XY").circle(outer_d / 2).circle(ring_in_d / 2).extrude(thick).translate((0, 0, -thick / 2))

# slots: straight, round bottomed, open on the air gap face and at both radii
slot = (
    cq.Workplane("YZ", origin=(30, 0, thick / 2 - slot_depth))
    .moveTo(-slot_w / 2, slot_depth + 1)
    .lineTo(-slot_w / 2, slot_w / 2)
    .threePointArc((0, 0), (slot_w / 2, slot_w / 2))
    .lineTo(slot_w / 2, slot_depth + 1)
    .close()
    .extrude(70)
)
for k in range(12):
    ring = ring.cut(slot.rotate((0, 0, 0), (0, 0, 1), 15 + 30 * k))

# thin web and hub carry the shaft
web = cq.Workplane("XY").workplane(offset=-thick / 2).circle(ring_in_d / 2 + 2).circle(shaft_d / 2).extrude(8)
hub = cq.Workplane("XY").workplane(offset=-thick / 2).circle(hub_d / 2).circle(shaft_d / 2).extrude(20)
body = ring.union(web).union(hub)

# keyway, mounting bolts in the hub face, cooling holes in the web
key = cq.Workplane("XY").center(0, shaft_d / 2).rect(8, 7).extrude(thick * 2, both=True)
bolts = cq.Workplane("XY").polarArray(24.5, 45, 360, 4).circle(2.75).extrude(thick, both=True)
vents = cq.Workplane("XY").polarArray(38.5, 0, 360, 6).circle(4).extrude(thick, both=True)
fixture = body.cut(key).cut(bolts).cut(vents)
