import cadquery as cq

# Bow handle in five pieces: two rosettes, two turned posts, one bent grip bar
PITCH = 122.0
h = PITCH / 2

bar_2d = (
    cq.Workplane("XZ")
    .moveTo(-70, 20).threePointArc((0, 40), (70, 20))
    .lineTo(70, 12).lineTo(52, 12)
    .threePointArc((0, 30), (-52, 12)).lineTo(-70, 12).close()
)
bar = bar_2d.extrude(8, both=True).edges("|Y and (<X or >X)").fillet(2.0)


def rosette(x):
    r = cq.Workplane("XY").center(x, 0).circle(19).extrude(4)
    r = r.faces(">Z").edges().fillet(1.5)
    return r.cut(cq.Workplane("XY").center(x, 0).circle(2.25).extrude(4))


def post(x):
    p = cq.Workplane("XY").workplane(offset=4).center(x, 0).circle(7).extrude(8)
    return p.cut(cq.Workplane("XY").center(x, 0).circle(2.25).extrude(12))


for x in (-h, h):
    bar = bar.cut(cq.Workplane("XY").center(x, 0).circle(1.65).extrude(18))

fixture = cq.Assembly(name="drawer_pull")
fixture.add(bar, name="grip", color=cq.Color(0.7, 0.7, 0.72))
for tag, x in (("left", -h), ("right", h)):
    fixture.add(rosette(x), name="rosette_" + tag)
    fixture.add(post(x), name="post_" + tag)
