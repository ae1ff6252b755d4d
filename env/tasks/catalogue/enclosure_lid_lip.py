import cadquery as cq

length, width, height = 90.0, 60.0, 30.0
wall = 3.0
lid_t = 3.0
lip_t, lip_h = 2.0, 4.0
gap = 0.2


def block(x, y, z):
    return cq.Workplane("XY").box(x, y, z, centered=(True, True, False))


outer = block(length, width, height)
inner = block(length - 2 * wall, width - 2 * wall, height).translate((0, 0, wall))
box = outer.cut(inner)

lip_x, lip_y = length - 2 * (wall + gap), width - 2 * (wall + gap)
lip_outer = block(lip_x, lip_y, lip_h)
lip_inner = block(lip_x - 2 * lip_t, lip_y - 2 * lip_t, lip_h)
lip = lip_outer.cut(lip_inner)
lip = lip.translate((0, 0, -lip_h))
plate = block(length, width, lid_t)
lid = plate.union(lip)

fixture = (
    cq.Assembly(name="enclosure")
    .add(box, name="box", color=cq.Color("gray"))
    .add(lid, name="lid", loc=cq.Location((0, 0, height + gap)))
)
