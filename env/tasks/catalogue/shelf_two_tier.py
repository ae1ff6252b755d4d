import cadquery as cq

width, depth, height = 600.0, 250.0, 500.0
board = 18.0
lower_z, upper_z = 80.0, 340.0  # undersides
rail_h = 60.0

inside = width - 2 * board


def plank(x, y, z, centre):
    return cq.Workplane("XY").box(x, y, z, centered=(True, True, False)).translate(centre)


shelf = cq.Workplane("XY")
for z in (lower_z, upper_z):
    shelf = shelf.union(plank(inside, depth, board, (0, 0, z)))
for side in (-1, 1):
    shelf = shelf.union(plank(board, depth, height, (side * (width - board) / 2, 0, 0)))
rail = plank(inside, board, rail_h, (0, (depth - board) / 2, upper_z + board))
shelf = shelf.union(rail)

fixture = shelf.clean()
