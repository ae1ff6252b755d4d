import cadquery as cq
import math

R, t = 42.5, 4.0            # cage outer radius, arm thickness
r_in = R - t                # bottle radius with clearance
front = 37.5                # arms are open in front of this y

def box(x0, x1, y0, y1, z0, z1):
    return cq.Workplane("XY").box(x1 - x0, y1 - y0, z1 - z0, centered=False).translate((x0, y0, z0))

def arm(z, h, ri=r_in):
    ring = cq.Workplane("XY", origin=(0, 0, z)).circle(R).circle(ri).extrude(h)
    return ring.cut(box(-60, 60, front, 60, z - 1, z + h + 1))

# back rail
rail = box(-11, 11, -R, -34, 0, 150)
rail = rail.cut(cq.Workplane("XY").circle(r_in).extrude(150))

# curved arms, lower stop, retaining lip at the top
cage = rail.union(arm(0, 10)).union(arm(62, 10)).union(arm(132, 10))
stop = cq.Workplane("XY").circle(R - 0.5).circle(20).extrude(4)
stop = stop.cut(box(-60, 60, front, 60, -1, 10))
stop = stop.union(box(-5, 5, -R + 1, 36, 0, 4)).union(box(-R + 1, R - 1, -5, 5, 0, 4))
lip = arm(142, 4, r_in - 2.5)
cage = cage.union(stop).union(lip)

# vertical ribs joining the arms at the sides and beside the opening
for a in (0, 52, 128, 180):
    rib = box(r_in, R - 0.3, -3.5, 3.5, 2, 140)
    cage = cage.union(rib.rotate((0, 0, 0), (0, 0, 1), a))

# mounting holes in the rail, 64 mm apart
for z in (40, 104):
    cage = cage.cut(cq.Workplane("XZ", origin=(0, -30, z)).circle(2.75).extrude(20))
    cage = cage.cut(cq.Workplane("XZ", origin=(0, -30, z)).circle(5).extrude(9.5))

fixture = cage
