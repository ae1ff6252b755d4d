import cadquery as cq

length, width, height = 80.0, 40.0, 30.0
wall = 4.0
bolt_d, bolt_spacing = 6.0, 50.0
axle_d, axle_z = 8.0, 20.0

on_ground = (True, True, False)
block = cq.Workplane("XY").box(length, width, height, centered=on_ground)
inside = cq.Workplane("XY").box(length, width - 2 * wall, height, centered=on_ground)
inside = inside.translate((0, 0, wall))
channel = block.cut(inside)
channel = channel.faces("<Z").workplane().rarray(bolt_spacing, 1, 2, 1).hole(bolt_d)
channel = channel.faces(">Y").workplane(origin=(0, 0, axle_z)).hole(axle_d)
fixture = channel
