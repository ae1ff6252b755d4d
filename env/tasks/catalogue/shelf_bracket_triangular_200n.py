import cadquery as cq

width, reach, height = 40.0, 180.0, 150.0
plate_t, web_t = 8.0, 8.0
wall_hole, shelf_hole, hole_y = 6.0, 5.0, 13.0
wall_zs, shelf_xs = (25.0, 120.0), (60.0, 140.0)
web_low, web_end = 10.0, 170.0
opening = [(24.0, 52.0), (24.0, 126.0), (115.0, 126.0)]


def plate(x, z):
    return cq.Workplane("XY").box(x, width, z, centered=(False, True, False))


def triangle(corners):
    return cq.Workplane("XZ").polyline(corners).close().extrude(web_t / 2, both=True)


under = height - plate_t
wall = plate(plate_t, height)
shelf = plate(reach, plate_t).translate((0, 0, under))
web = triangle([(plate_t, web_low), (plate_t, under), (web_end, under)]).cut(triangle(opening))

wall = wall.faces(">X").workplane(origin=(plate_t, 0, 0)).pushPoints([(y, z) for y in (-hole_y, hole_y) for z in wall_zs])
wall = wall.hole(wall_hole)
shelf = shelf.faces(">Z").workplane(origin=(0, 0, height)).pushPoints([(x, y) for x in shelf_xs for y in (-hole_y, hole_y)])
shelf = shelf.hole(shelf_hole)
fixture = wall.union(shelf).union(web)
