import cadquery as cq

# Gearbox with a vertical split: deep case behind, removable cover in front (-Y).
# Both shafts run along Y; everything is centred on the origin.
X, Y, Z = 260, 180, 160
y_seam = -38           # cover seam plane
y_back = 82
shafts = [(-56, 0, 31, 44), (62, 6, 23, 35)]     # x, z, bore radius, boss radius


def prism(w, h, r, y0, y1):
    """rounded rectangle in XZ, from y0 to y1"""
    return (cq.Workplane("XZ", origin=(0, y1, 0)).rect(w, h).extrude(y1 - y0)
            .edges("|Y").fillet(r))


def rod(x, z, r, y0, y1):
    return cq.Workplane("XZ", origin=(x, y1, z)).circle(r).extrude(y1 - y0)


case = prism(228, 132, 40, y_seam, y_back).faces(">Y").edges().fillet(10)
cover = prism(228, 132, 40, -74, y_seam).faces("<Y").edges().fillet(10)
flanges = prism(X, Z, 48, y_seam - 11, y_seam + 13)
solid = case.union(cover).union(flanges)

for x, z, rb, ro in shafts:
    solid = solid.union(rod(x, z, ro, -Y / 2, Y / 2).faces("<Y or >Y").edges().fillet(2))

# ribs radiating from the bosses, on the cover face and on the rear wall
bars = None
for x, z, rb, ro in shafts:
    for k in range(3):
        bar = (cq.Workplane("XZ", origin=(x, 90, z)).rect(190, 8).extrude(180)
               .rotate((x, 0, z), (x, 1, z), 60 * k + 30))
        bars = bar if bars is None else bars.union(bar)
front = prism(208, 112, 30, -84, -70)
rear = prism(208, 112, 30, 78, 87)
solid = solid.union(bars.intersect(front)).union(bars.intersect(rear))

# cross ribs on the top and the bottom of the case
tall = None
for x in (-70, -25, 25, 70):
    r = cq.Workplane("XY").box(8, 62, 148).translate((x, 40, 0))
    tall = r if tall is None else tall.union(r)
solid = solid.union(tall)

# oil drain boss, underneath
solid = solid.union(cq.Workplane("XY", origin=(0, 40, -80)).circle(16).extrude(20))

# hollow it, one cavity
solid = solid.cut(prism(210, 114, 31, -64, 72))
for x, z, rb, ro in shafts:
    solid = solid.cut(rod(x, z, rb, -100, 100))
solid = solid.cut(cq.Workplane("XY", origin=(0, 40, -90)).circle(8).extrude(60))

# perimeter flange bolts
pts = [(x, s * 73) for x in (-75, -25, 25, 75) for s in (-1, 1)]
pts += [(s * 122, z) for s in (-1, 1) for z in (-25, 25)]
solid = solid.cut(cq.Workplane("XZ", origin=(0, y_seam + 14, 0)).pushPoints(pts).circle(4).extrude(44))

# seam line between the cover and the case
ring = prism(X + 10, Z + 10, 50, y_seam - 0.8, y_seam + 0.8).cut(prism(X - 6, Z - 6, 45, y_seam - 2, y_seam + 2))
fixture = solid.cut(ring)
