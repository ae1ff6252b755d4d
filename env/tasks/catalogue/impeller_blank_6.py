import cadquery as cq

disc_d, disc_t = 120.0, 6.0
hub_d, hub_h = 36.0, 40.0
bore_d = 12.0
blades = 6
blade_t, tip_r = 4.0, 56.0
root_z, tip_z = 36.0, 20.0

blank = cq.Workplane("XY").circle(disc_d / 2).extrude(disc_t)
blank = blank.union(cq.Workplane("XY").circle(hub_d / 2).extrude(hub_h))

# One blade in the XZ plane. It starts inside the hub, so that no gap is left at its root.
hub_r, inner_r = hub_d / 2, hub_d / 4
blade = (
    cq.Workplane("XZ")
    .polyline([(inner_r, 0), (tip_r, 0), (tip_r, tip_z), (hub_r, root_z), (inner_r, root_z)])
    .close()
    .extrude(blade_t / 2, both=True)
)
for k in range(blades):
    blank = blank.union(blade.rotate((0, 0, 0), (0, 0, 1), k * 360 / blades))
fixture = blank.faces(">Z").workplane(origin=(0, 0, 0)).hole(bore_d)
