import cadquery as cq

length, width, height = 60.0, 40.0, 50.0
thickness = 5.0

on_ground = (True, True, False)
base = cq.Workplane("XY").box(length, width, thickness, centered=on_ground)
wall = cq.Workplane("XY").box(thickness, width, height, centered=on_ground)
wall = wall.translate((-length / 2 + thickness / 2, 0, 0))
fixture = base.union(wall)
