import cadquery as cq

L, R, T, PIN = 100.0, 6.0, 2.5, 2.5
HEAD_L = 3.0
n = 5
k = (L - HEAD_L) / n          # knuckle length, faces touch
x_start = -L / 2 + HEAD_L


def make_leaf(odd):
    s = 1 if odd else -1
    leaf = cq.Workplane("XY").box(n * k, 35 - 7, T, centered=(False, False, False)).translate((x_start, 7, -R))
    leaf = leaf.edges("|Z and >Y").fillet(5)
    for i in range(n):
        if i % 2 == int(odd):
            x = x_start + i * k
            leaf = leaf.union(cq.Workplane("YZ", origin=(x, 0, 0)).circle(R).extrude(k))
            leaf = leaf.union(cq.Workplane("XY").box(k, 8, T, centered=False).translate((x, 0, -R)))
    leaf = leaf.cut(cq.Workplane("YZ", origin=(-L, 0, 0)).circle(PIN).extrude(2 * L))
    for x in (-30, 2, 34):
        leaf = leaf.cut(cq.Workplane("XY", origin=(x, 22, -R)).circle(2).extrude(T))
        leaf = leaf.cut(cq.Workplane(cq.Solid.makeCone(2, 4, 2, pnt=cq.Vector(x, 22, -R + T - 2), dir=cq.Vector(0, 0, 1))))
    return leaf if s > 0 else leaf.mirror("XZ")


pin = cq.Workplane("YZ", origin=(-L / 2, 0, 0)).circle(PIN).extrude(L)
pin = pin.union(cq.Workplane("YZ", origin=(-L / 2, 0, 0)).circle(4.5).extrude(HEAD_L).faces("<X").edges().fillet(1))

fixture = cq.Assembly(name="hinge")
fixture.add(make_leaf(False), name="leaf_fixed", color=cq.Color("gray"))
fixture.add(make_leaf(True), name="leaf_moving", color=cq.Color("lightgray"))
fixture.add(pin, name="pin", color=cq.Color("goldenrod"))
