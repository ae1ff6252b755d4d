import cadquery as cq

# Each hook from two cylinders and a quarter turn between them; wall at x = 0 of a plate drawn flat.
def bar(z, out, up):
    level = cq.Workplane("YZ", origin=(5, 0, z)).circle(5).extrude(1 + out)
    bend = cq.Workplane("YZ", origin=(6 + out, 0, z)).circle(5).revolve(90, (1, 15, 0), (-1, 15, 0))
    rise = cq.Workplane("XY", origin=(21 + out, 0, z + 15)).circle(5).extrude(up)
    return level.union(bend).union(rise)

plate = cq.Workplane("YZ").rect(40, 120).pushPoints([(0, -50), (0, 44)]).circle(2.5).extrude(6)
result = plate.translate((0, 0, 60)).union(bar(80, 45, 20)).union(bar(30, 20, 10))
