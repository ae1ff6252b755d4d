import cadquery as cq

length, width, height = 100.0, 60.0, 40.0
wall = 2.0
corner_r = 4.0
post_d, post_h = 6.0, 26.0
post_x, post_y = 80.0, 40.0
pilot_d, pilot_depth = 2.5, 12.0
opening_w, opening_h, opening_z = 14.0, 8.0, 12.0


def rounded_block(x, y, z, radius):
    block = cq.Workplane("XY").box(x, y, z, centered=(True, True, False))
    return block.edges("|Z").fillet(radius)


def at_posts(z):
    return cq.Workplane("XY", origin=(0, 0, z)).rarray(post_x, post_y, 2, 2)


body = rounded_block(length, width, height, corner_r)
cavity = rounded_block(length - 2 * wall, width - 2 * wall, height, corner_r - wall)
cavity = cavity.translate((0, 0, wall))
box = body.cut(cavity)

posts = at_posts(wall).circle(post_d / 2).extrude(post_h)
pilots = at_posts(wall + post_h).circle(pilot_d / 2).extrude(-pilot_depth)
opening = cq.Workplane("XY").box(4 * wall, opening_w, opening_h, centered=(True, True, False))
opening = opening.translate((length / 2, 0, opening_z))
fixture = box.union(posts).cut(pilots).cut(opening)
