import cadquery as cq

ring_d, bore_d, ring_h = 50.0, 38.0, 20.0
slit, lug_t, lug_end = 4.0, 10.0, 45.0
hole_d, bolt_d, bolt_x = 8.4, 8.0, 35.0
head_d, head_t = 14.0, 6.0
air = 0.5
cam_d, lever_h, lever_t, lever_end = 20.0, 12.0, 6.0, -25.0

face_y = slit / 2 + lug_t  # outer face of a lug


def along_y(diameter, start, stop):
    rod = cq.Workplane("XZ").center(bolt_x, ring_h / 2).circle(diameter / 2).extrude(start - stop)
    return rod.translate((0, start, 0))


collar = cq.Workplane("XY").circle(ring_d / 2).extrude(ring_h)
collar = collar.union(cq.Workplane("XY").box(lug_end, 2 * face_y, ring_h, centered=(False, True, False)))
collar = collar.cut(cq.Workplane("XY").circle(bore_d / 2).extrude(ring_h))
collar = collar.cut(cq.Workplane("XY").box(lug_end, slit, ring_h, centered=(False, True, False)))
collar = collar.cut(along_y(hole_d, -face_y, face_y))

# Bolt, head, cam and lever are one piece.
flat_y = face_y + air
cam_y = flat_y + cam_d / 2
low = (ring_h - lever_h) / 2
cam = cq.Workplane("XY", origin=(bolt_x, cam_y, low)).circle(cam_d / 2).extrude(lever_h)
lever = cq.Workplane("XY").box(bolt_x - lever_end, lever_t, lever_h, centered=False)
lever = lever.translate((lever_end, cam_y + cam_d / 2 - lever_t, low))
skewer = along_y(bolt_d, -flat_y, cam_y).union(along_y(head_d, -flat_y - head_t, -flat_y)).union(cam).union(lever)

fixture = cq.Assembly().add(collar, name="collar").add(skewer, name="skewer")
