import math

import cadquery as cq

sun_teeth, planet_teeth, ring_teeth = 12, 12, 36
planets, centre_distance = 3, 24.0
gear_z, face_w = 7.0, 12.0
ext_root, ext_tip = 9.6, 13.8
int_root, int_tip = 38.4, 34.2
root_w, tip_w = 3.6, 1.2
ring_w, ring_hole, hole_in = 7.6, 4.0, 4.1
sun_bore, planet_bore = 8.0, 8.6
carrier_d, carrier_t, carrier_bore = 70.0, 6.0, 14.0
pin_d, pin_top = 8.0, 22.0

ring_d = 2 * (int_root + ring_w)
ring_pcd = 2 * (int_root + hole_in)


def toothed(teeth, root, tip, turn=0.0):
    """Polygon of straight-flanked teeth, the first centred on +X, or turned from there."""
    outline = []
    for k in range(teeth):
        a = math.radians(turn + k * 360 / teeth)
        for x, y in ((root, -root_w / 2), (tip, -tip_w / 2), (tip, tip_w / 2), (root, root_w / 2)):
            outline.append((x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a)))
    return cq.Workplane("XY", origin=(0, 0, gear_z)).polyline(outline).close().extrude(face_w)


def cylinder(diameter, z0, z1, x=0.0):
    return cq.Workplane("XY", origin=(x, 0, z0)).circle(diameter / 2).extrude(z1 - z0)


top = gear_z + face_w
angles = [k * 360 / planets for k in range(planets)]

sun = toothed(sun_teeth, ext_root, ext_tip).cut(cylinder(sun_bore, gear_z, top))
planet = toothed(planet_teeth, ext_root, ext_tip, 180 / planet_teeth).cut(cylinder(planet_bore, gear_z, top))
planet = planet.translate((centre_distance, 0, 0))
ring = cylinder(ring_d, gear_z, top).cut(toothed(ring_teeth, int_root, int_tip))
ring = ring.faces(">Z").workplane(origin=(0, 0, 0)).polarArray(ring_pcd / 2, 30, 360, 6).hole(ring_hole)
carrier = cylinder(carrier_d, 0, carrier_t)
for a in angles:
    carrier = carrier.union(cylinder(pin_d, 0, pin_top, centre_distance).rotate((0, 0, 0), (0, 0, 1), a))
carrier = carrier.cut(cylinder(carrier_bore, 0, carrier_t))

stage = cq.Assembly().add(sun, name="sun").add(ring, name="ring").add(carrier, name="carrier")
for k, a in enumerate(angles):
    stage = stage.add(planet.rotate((0, 0, 0), (0, 0, 1), a), name=f"planet {k + 1}")
fixture = stage
