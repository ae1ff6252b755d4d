import math

import cadquery as cq

length, width, height = 260.0, 80.0, 130.0
plate_t, hole_d, hole_low, hole_high = 10.0, 11.0, 30.0, 95.0
bar_w, bar_t = 10.0, 12.0
boss_d, bore_d = 36.0, 14.0
foot_z = 12.0
rod_d = 8.0
panels = 3

wall_x = (plate_t - length) / 2
boss_x, boss_z = (length - boss_d) / 2, height - boss_d / 2


def along_y(diameter, x, z):
    return cq.Workplane("XZ", origin=(x, 0, z)).circle(diameter / 2).extrude(width / 2, both=True)


def bar(a, b):
    run, climb = b[0] - a[0], b[1] - a[1]
    side = cq.Workplane("XY").box(math.hypot(run, climb), bar_t, bar_w)
    side = side.rotate((0, 0, 0), (0, 1, 0), -math.degrees(math.atan2(climb, run)))
    side = side.translate(((a[0] + b[0]) / 2, (width - bar_t) / 2, (a[1] + b[1]) / 2))
    return side.union(side.mirror("XZ"))


def plate():
    blank = cq.Workplane("YZ", origin=(-length / 2, 0, height / 2)).rect(width, height).extrude(plate_t)
    holes = [(0, hole_low), (0, hole_high)]
    return blank.faces("<X").workplane(origin=(0, 0, 0)).pushPoints(holes).hole(hole_d)


shares = [i / panels for i in range(panels + 1)]
top = [(wall_x + s * (boss_x - wall_x), boss_z) for s in shares]
low = [(x, foot_z + s * (boss_z - foot_z)) for (x, _), s in zip(top, shares)]

truss = plate().union(along_y(boss_d, boss_x, boss_z)).union(bar(top[0], top[-1])).union(bar(low[0], low[-1]))
for i in range(1, panels):
    truss = truss.union(bar(low[i], top[i])).union(bar(top[i - 1], low[i]))
    truss = truss.union(along_y(rod_d, *top[i])).union(along_y(rod_d, *low[i]))
fixture = truss.cut(along_y(bore_d, boss_x, boss_z))
