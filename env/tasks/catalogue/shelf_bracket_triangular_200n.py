import cadquery as cq

reach, width, height = 220.0, 60.0, 180.0
wall_t = 8.0
arm_w, arm_t = 40.0, 10.0
rib_t, rib_low, rib_foot, rib_head, tip = 12.0, 15.0, 26.0, 32.0, 20.0
hole_d = 9.0

hole_y, hole_z = width / 3, 0.75 * height
under = height - arm_t
rib_end = reach - tip

wall = cq.Workplane("XY").box(wall_t, width, height, centered=(False, True, False))
holes = [(-hole_y, hole_z), (hole_y, hole_z)]
wall = wall.faces(">X").workplane(origin=(wall_t, 0, 0)).pushPoints(holes).hole(hole_d)

arm = cq.Workplane("XY", origin=(0, 0, under)).box(reach, arm_w, arm_t, centered=(False, True, False))

side_view = [(wall_t, rib_low), (rib_end, under), (rib_end - rib_head, under), (wall_t, rib_low + rib_foot)]
rib = cq.Workplane("XZ").polyline(side_view).close().extrude(rib_t / 2, both=True)

fixture = wall.union(arm).union(rib)
