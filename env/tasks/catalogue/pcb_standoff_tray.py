import cadquery as cq

length, width, height = 90.0, 60.0, 14.0
wall, floor = 3.0, 3.0
boss_d, boss_h = 7.0, 6.0
pilot_d, pilot_depth = 2.5, 5.0
pitch_x, pitch_y = 66.0, 36.0

on_ground = (True, True, False)
outer = cq.Workplane("XY").box(length, width, height, centered=on_ground)
inner = cq.Workplane("XY").box(length - 2 * wall, width - 2 * wall, height, centered=on_ground)
inner = inner.translate((0, 0, floor))
tray = outer.cut(inner)

boss = cq.Workplane("XY").circle(boss_d / 2).extrude(boss_h)
pilot = cq.Workplane("XY", origin=(0, 0, boss_h)).circle(pilot_d / 2).extrude(-pilot_depth)
boss = boss.cut(pilot)
for x in (-pitch_x / 2, pitch_x / 2):
    for y in (-pitch_y / 2, pitch_y / 2):
        tray = tray.union(boss.translate((x, y, floor)))

fixture = tray
