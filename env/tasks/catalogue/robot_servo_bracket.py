import cadquery as cq

width, depth, height, t = 60.0, 40.0, 40.0, 4.0
window_w, window_h, window_z = 23.0, 13.0, 24.0
screw_d, screw_x = 2.4, 14.0
mount_d, mount_x, mount_ys = 3.4, 22.0, (-13.0, 7.0)
gusset_l, gusset_h = 16.0, 20.0

base = cq.Workplane("XY").box(width, depth, t, centered=(True, True, False))
base = base.faces(">Z").workplane().pushPoints([(x, y) for x in (-mount_x, mount_x) for y in mount_ys]).hole(mount_d)

wall_face = depth / 2 - t
wall = cq.Workplane("XZ", origin=(0, depth / 2, 0)).center(0, height / 2).rect(width, height).extrude(t)
on_window = cq.Workplane("XZ", origin=(0, depth / 2, window_z))
wall = wall.cut(on_window.rect(window_w, window_h).extrude(t))
wall = wall.cut(on_window.pushPoints([(-screw_x, 0), (screw_x, 0)]).circle(screw_d / 2).extrude(t))

corner = [(wall_face, t), (wall_face - gusset_l, t), (wall_face, t + gusset_h)]
gusset = cq.Workplane("YZ", origin=(-width / 2, 0, 0)).polyline(corner).close().extrude(t)
fixture = base.union(wall).union(gusset).union(gusset.translate((width - t, 0, 0)))
