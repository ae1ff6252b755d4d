import cadquery as cq

L, W, H = 260, 180, 160
SEAM = 80
BORES = {"input": (-50, 30, 44), "output": (52, 24, 37)}   # x, bore r, boss r


def half(lower):
    """Case half, built below the seam and mirrored for the cover."""
    b = cq.Workplane("XY").box(208, 130, SEAM, centered=(True, True, False)).edges("|Z").fillet(20)
    b = b.faces("<Z").edges().fillet(8)
    b = b.union(cq.Workplane("XY", origin=(0, 0, SEAM - 14)).rect(L, 170).extrude(14).edges("|Z").fillet(20))
    for x, r, R in BORES.values():
        b = b.union(cq.Workplane("XZ", origin=(x, 0, SEAM)).circle(R).extrude(W / 2, both=True))
    for x in (-90, -50, 1, 52, 90):
        b = b.union(cq.Workplane("XY").box(7, 152, SEAM - 20, centered=(True, True, False)).translate((x, 0, 10)))
    if lower:
        b = b.union(cq.Workplane("XY").rect(236, 150).extrude(12).edges("|Z").fillet(15))
        b = b.union(cq.Workplane("YZ", origin=(100, 0, 28)).circle(14).extrude(18))
    b = b.cut(cq.Workplane("XY", origin=(0, 0, 12)).rect(190, 112).extrude(H).edges("|Z").fillet(12))
    for x, r, R in BORES.values():
        b = b.cut(cq.Workplane("XZ", origin=(x, 0, SEAM)).circle(r).extrude(W, both=True))
    b = b.cut(cq.Workplane("XY", origin=(0, 0, SEAM)).box(400, 400, 200, centered=(True, True, False)))
    b = b.cut(cq.Workplane("XY", origin=(0, 0, SEAM - 20)).pushPoints(BOLTS).circle(4).extrude(40))
    if lower:
        b = b.cut(cq.Workplane("YZ", origin=(60, 0, 28)).circle(6).extrude(80))
    return b


BOLTS = [(sx * 117, sy * y) for sx in (-1, 1) for sy in (-1, 1) for y in (25, 66)]
case = half(True)
cover = half(False).mirror("XY").translate((0, 0, 2 * SEAM))

fixture = cq.Assembly(name="gearbox")
fixture.add(case, name="case", color=cq.Color("gray"))
fixture.add(cover, name="cover", color=cq.Color("lightgray"))
for i, (x, y) in enumerate(BOLTS):
    bolt = (cq.Workplane("XY", origin=(x, y, SEAM - 14)).circle(4).extrude(28)
            .faces(">Z").workplane().polygon(6, 14).extrude(6))
    fixture.add(bolt, name=f"bolt{i}", color=cq.Color("black"))
for n, (x, r, R) in BORES.items():
    for s in (-1, 1):
        brg = cq.Workplane("XZ", origin=(x, s * 72 + 8, SEAM)).circle(r).circle(r * 0.55).extrude(16)
        fixture.add(brg, name=f"bearing_{n}_{'r' if s > 0 else 'l'}", color=cq.Color("blue"))
plug = cq.Workplane("YZ", origin=(104, 0, 28)).circle(6).extrude(14).faces(">X").workplane().polygon(6, 18).extrude(6)
fixture.add(plug, name="drain_plug", color=cq.Color("red"))
