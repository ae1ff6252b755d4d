import math

import cadquery as cq

length, height = 300.0, 120.0
truss_t, chord_h, diagonal_w = 16.0, 12.0, 10.0
plate_t, plate_w = 10.0, 40.0
hole_d, hole_y, hole_low, hole_high = 6.0, 13.0, 20.0, 100.0
nodes = [(-140.0, 6.0), (-70.0, 114.0), (0.0, 6.0), (70.0, 114.0), (140.0, 6.0)]


def diagonal(a, b):
    run, climb = b[0] - a[0], b[1] - a[1]
    bar = cq.Workplane("XY").box(math.hypot(run, climb), truss_t, diagonal_w)
    bar = bar.rotate((0, 0, 0), (0, 1, 0), -math.degrees(math.atan2(climb, run)))
    return bar.translate(((a[0] + b[0]) / 2, 0, (a[1] + b[1]) / 2))


def end_plate():
    plate = cq.Workplane("YZ").rect(plate_w, height).extrude(plate_t).translate((0, 0, height / 2))
    holes = [(y, z) for y in (-hole_y, hole_y) for z in (hole_low, hole_high)]
    return plate.faces(">X").workplane(origin=(plate_t, 0, 0)).pushPoints(holes).hole(hole_d)


chord = cq.Workplane("XY").box(length, truss_t, chord_h, centered=(True, True, False))
truss = chord.union(chord.translate((0, 0, height - chord_h)))
for start, end in zip(nodes, nodes[1:]):
    truss = truss.union(diagonal(start, end))
fixture = truss.union(end_plate().translate((-length / 2, 0, 0))).union(end_plate().translate((length / 2 - plate_t, 0, 0)))
