import cadquery as cq

body_l, body_w, height, wall = 150.0, 96.0, 110.0, 8.0
rim_l, rim_w, rim_t = 180.0, 120.0, 8.0
boss_out = 60.0
shafts = [(-34.0, 52.0, 36.0), (40.0, 44.0, 28.0)]  # x, boss, bore
bolt_d = 6.6
bolts = [(82.0, 44.0), (68.0, 54.0)]

split = height / 2
cavity_w = body_w - 2 * wall


def slab(x, y, low, high):
    return cq.Workplane("XY", origin=(0, 0, low)).rect(x, y).extrude(high - low)


def rod(diameter, x, half_length):
    return cq.Workplane("XZ").center(x, split).circle(diameter / 2).extrude(half_length, both=True)


whole = slab(body_l, body_w, 0, height).union(slab(rim_l, rim_w, split - rim_t, split + rim_t))
for x, boss, _ in shafts:
    whole = whole.union(rod(boss, x, boss_out))
whole = whole.cut(slab(body_l - 2 * wall, cavity_w, wall, height - wall))
for x, _, bore in shafts:
    whole = whole.cut(rod(bore, x, boss_out))
places = [(sx * x, sy * y) for x, y in bolts for sx in (-1, 1) for sy in (-1, 1)]
whole = whole.cut(cq.Workplane("XY").pushPoints(places).circle(bolt_d / 2).extrude(height))

lower = whole.intersect(slab(2 * rim_l, 2 * rim_w, 0, split))
upper = whole.intersect(slab(2 * rim_l, 2 * rim_w, split, height))
housing = cq.Assembly(name="gearbox_housing")
housing.add(lower, name="lower_half", color=cq.Color("gray"))
housing.add(upper, name="upper_half", color=cq.Color("lightgray"))
fixture = housing
