import cadquery as cq

width, depth, height = 800.0, 300.0, 1800.0
board, back = 20.0, 8.0
toe_h, toe_setback = 60.0, 30.0
shelves = 5

inner_w = width - 2 * board
shelf_d = depth - back
pitch = (height - board - toe_h) / (shelves - 1)


def panel(x, y, z):
    """A panel of the size x, y, z on z = 0 with its front edge on y = 0."""
    return cq.Workplane("XY").box(x, y, z, centered=(True, False, False))


side = panel(board, depth, height)
offset = (width - board) / 2
case = side.translate((-offset, 0, 0)).union(side.translate((offset, 0, 0)))
for k in range(shelves):
    case = case.union(panel(inner_w, shelf_d, board).translate((0, 0, toe_h + k * pitch)))
case = case.union(panel(inner_w, back, height - toe_h).translate((0, shelf_d, toe_h)))
fixture = case.union(panel(inner_w, board, toe_h).translate((0, toe_setback, 0)))
