import cadquery as cq

disc_d, disc_t = 90.0, 18.0
hub_d, hub_h, bore_d = 40.0, 30.0, 16.0
blades = 12
root_r, tip_r = 42.0, 75.0
chord = 16.0
root_t, tip_t = 4.0, 3.0
root_angle, tip_angle = 25.0, 50.0
relief_d, relief_pcd = 8.0, 64.0


def section(radius, thickness, angle):
    """Blade section: a rectangle across the X axis, its chord leaning from Z towards +Y."""
    plane = cq.Plane(origin=(radius, 0, disc_t / 2), xDir=(0, 1, 0), normal=(1, 0, 0))
    return cq.Workplane(plane).transformed(rotate=(0, 0, -angle)).rect(thickness, chord).wires().val()


blade = cq.Solid.makeLoft([section(root_r, root_t, root_angle), section(tip_r, tip_t, tip_angle)], True)

wheel = cq.Workplane("XY").circle(disc_d / 2).extrude(disc_t)
wheel = wheel.faces(">Z").workplane().polarArray(relief_pcd / 2, 0, 360, 6).hole(relief_d)
for k in range(blades):
    wheel = wheel.union(cq.Workplane(obj=blade.rotate((0, 0, 0), (0, 0, 1), k * 360 / blades)))
wheel = wheel.union(cq.Workplane("XY").circle(hub_d / 2).extrude(hub_h))
fixture = wheel.faces(">Z").workplane(origin=(0, 0, 0)).hole(bore_d)
