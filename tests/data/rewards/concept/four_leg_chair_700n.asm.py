import cadquery as cq

# Steel tube frame with bolted seat and back boards; parts touch, nothing floats.
T = 30           # square tube
WALL = 3
W = D = 500


def tube(length, axis):
    t = cq.Workplane("XY").rect(T, T).rect(T - 2 * WALL, T - 2 * WALL).extrude(length)
    if axis == "X":
        t = t.rotate((0, 0, 0), (0, 1, 0), 90)
    elif axis == "Y":
        t = t.rotate((0, 0, 0), (1, 0, 0), -90)
    return t


c = W / 2 - T / 2
inner = W - 2 * T
fixture = cq.Assembly(name="chair")
for i, (x, y, h) in enumerate([(-c, -c, 430), (c, -c, 430), (-c, c, 900), (c, c, 900)]):
    fixture.add(tube(h, "Z"), name=f"leg{i}", loc=cq.Location((x, y, 0)), color=cq.Color("black"))
for lvl, z in (("low", 140), ("top", 415)):
    for j, s in enumerate((-1, 1)):
        fixture.add(tube(inner, "X"), name=f"x_{lvl}{j}", loc=cq.Location((-inner / 2, s * c, z)), color=cq.Color("black"))
        fixture.add(tube(inner, "Y"), name=f"y_{lvl}{j}", loc=cq.Location((s * c, -inner / 2, z)), color=cq.Color("black"))

seat = cq.Workplane("XY").box(W, D, 20, centered=(True, True, False)).edges("|Z and <Y").fillet(5)
for s in (-1, 1):      # notches for the rear posts
    seat = seat.cut(cq.Workplane("XY").box(T, T, 40).translate((s * c, c, 10)))
fixture.add(seat, name="seat", loc=cq.Location((0, 0, 430)), color=cq.Color("burlywood"))

back = cq.Workplane("XY").box(inner, 18, 220).edges("|Y").chamfer(0.5)
fixture.add(back, name="backrest", loc=cq.Location((0, c, 770)), color=cq.Color("burlywood"))
