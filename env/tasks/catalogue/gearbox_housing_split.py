import cadquery as cq

body_l, body_w, height, wall = 220.0, 140.0, 160.0, 10.0
rim_l, rim_w, rim_t = 260.0, 180.0, 12.0
corner_r = 20.0
boss_1, bore_1 = 84.0, 60.0
boss_2, bore_2 = 64.0, 44.0
rib_t = 10.0
drain_d, drain_out = 40.0, 122.0
bolt_d = 11.0
bolts = [(120.0, 45.0), (103.0, 80.0)]

split = height / 2
shaft_x, rib_w = boss_1 / 2 + wall, rim_w - rim_t
drain_bore, drain_z = 0.4 * drain_d, wall + drain_d / 2 - 2
cavity_l, cavity_w = body_l - 2 * wall, body_w - 2 * wall


def slab(x, y, low, high):
    return cq.Workplane("XY", origin=(0, 0, low)).rect(x, y).extrude(high - low)


def across(diameter, x):
    """A rod along Y as long as the rim is wide."""
    return cq.Workplane("XZ", origin=(x, rim_w / 2, split)).circle(diameter / 2).extrude(rim_w)


def drain(diameter):
    return cq.Workplane("YZ", origin=(cavity_l / 2, 0, drain_z)).circle(diameter / 2).extrude(drain_out - cavity_l / 2)


whole = slab(body_l, body_w, 0, height).edges("|Z").fillet(corner_r)
whole = whole.union(slab(rim_l, rim_w, split - rim_t, split + rim_t).edges("|Z").fillet(corner_r))
whole = whole.union(drain(drain_d))
for x, boss in ((-shaft_x, boss_1), (shaft_x, boss_2)):
    whole = whole.union(across(boss, x)).union(slab(rib_t, rib_w, 0, height).translate((x, 0, 0)))
whole = whole.cut(slab(cavity_l, cavity_w, wall, height - wall)).cut(drain(drain_bore))
whole = whole.cut(across(bore_1, -shaft_x)).cut(across(bore_2, shaft_x))
places = [(sx * x, sy * y) for x, y in bolts for sx in (-1, 1) for sy in (-1, 1)]
whole = whole.cut(cq.Workplane("XY").pushPoints(places).circle(bolt_d / 2).extrude(height))

housing = cq.Assembly(name="gearbox_housing")
housing.add(whole.intersect(slab(2 * rim_l, 2 * rim_w, 0, split)), name="lower_half", color=cq.Color("gray"))
housing.add(whole.intersect(slab(2 * rim_l, 2 * rim_w, split, height)), name="cover", color=cq.Color("lightgray"))
fixture = housing
