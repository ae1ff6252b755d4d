import cadquery as cq

# plate truss: tapered web with triangular pockets + wall flange + vertical load boss
length, width, height = 260.0, 80.0, 130.0
flange_t = 10.0
web_t = 18.0
boss_d, boss_h, bolt_d = 40.0, 48.0, 10.5
boss_x = length - boss_d / 2

# web outline (XZ), underside horizontal, top sloping down to the boss
web = (
    cq.Workplane("XZ")
    .polyline([(0, 0), (boss_x, 0), (boss_x, 44), (0, height)]).close()
    .extrude(web_t / 2, both=True)
)

# Warren-type pockets, ~10 mm members between them
pockets = [
    [(20, 24), (20, 106), (68, 90)],
    [(30, 12), (118, 12), (76, 78)],
    [(88, 84), (128, 22), (152, 62)],
    [(139, 12), (205, 12), (168, 56)],
]
for p in pockets:
    tri = cq.Workplane("XZ").polyline(p).close().extrude(web_t, both=True).edges("|Y").fillet(3)
    web = web.cut(tri)

flange = (
    cq.Workplane("YZ").center(0, height / 2).rect(width, height).extrude(flange_t)
    .edges("|X").fillet(10)
)
boss = cq.Workplane("XY").center(boss_x, 0).circle(boss_d / 2).extrude(boss_h)

part = flange.union(web).union(boss)

# toe gussets stiffen the flange beside the bolts
for z in (6, 64, 118):
    g = (
        cq.Workplane("XY").workplane(offset=z)
        .polyline([(flange_t - 1, -34), (flange_t - 1, 34), (34, 0)]).close().extrude(6)
    )
    part = part.union(g)

part = part.cut(cq.Workplane("XY").center(boss_x, 0).circle(bolt_d / 2).extrude(boss_h))
# one bolt high, one low, either side of the web so a spanner reaches both
part = part.cut(
    cq.Workplane("YZ").pushPoints([(-26, 98), (26, 32)]).circle(5.5).extrude(flange_t)
)
fixture = part.translate((-length / 2, 0, -height / 2))
