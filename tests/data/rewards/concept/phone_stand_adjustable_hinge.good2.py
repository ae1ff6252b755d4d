import cadquery as cq

# Phone faces +X, hinge axis along Y at mid height, everything centred on the origin.
AX = (-8, 7)     # hinge axis (x, z)

def cyl_y(x, z, r, y0, y1):
    return cq.Workplane("XZ", origin=(x, y0, z)).circle(r).extrude(-(y1 - y0))

# base: octagonal plate with a weight-saving window and a boss at each mounting screw
base = cq.Workplane("XY").box(120, 120, 10).edges("|Z").chamfer(25).translate((0, 0, -75))
base = base.edges("|Z").fillet(5)
for x, y in ((45, 25), (45, -25), (-45, 25), (-45, -25)):
    base = (base.union(cq.Workplane("XY", origin=(x, y, -72)).circle(7).extrude(9))
                .cut(cq.Workplane("XY", origin=(x, y, -85)).circle(2).extrude(40)))

# two upright cheeks rising from the base to the hinge
cheek = (cq.Workplane("XZ").polyline([(-44, -72), (14, -72), (AX[0] + 11, AX[1]), (AX[0] - 11, AX[1])])
         .close().extrude(9, both=True).edges("|Y").fillet(2))
window = cq.Workplane("XZ").polyline([(-30, -62), (2, -62), (-8, -20)]).close().extrude(40, both=True)
cheek = cheek.cut(window)
stand = base
for y in (-26, 26):
    stand = stand.union(cheek.translate((0, y, 0)))
    stand = stand.union(cyl_y(AX[0], AX[1], 11, y - 9, y + 9))
stand = stand.union(cq.Workplane("XY").box(10, 50, 22).translate((-20, 0, -60)))

# clamping screw bosses (knob one side, hex other side)
stand = stand.union(cyl_y(AX[0], AX[1], 13, 35, 47)).union(cyl_y(AX[0], AX[1], 8, -44, -35))

# cradle built flat: local u = up the back (X), v = across (Y), w = towards the phone (Z)
cradle = cq.Workplane("XY").box(146, 76, 6).edges("|Z").fillet(8)
cradle = cradle.cut(cq.Workplane("XY").rarray(1, 22, 1, 2).slot2D(60, 10).extrude(20, both=True).translate((40, 0, 0)))
cradle = cradle.union(cq.Workplane("XY").box(6, 76, 22).translate((-70, 0, 8)))
cradle = cradle.union(cq.Workplane("XY").box(4, 76, 4).translate((-67, 0, 18)))
for v in (-36, 36):
    cradle = cradle.union(cq.Workplane("XY").box(60, 4, 16).edges("|Y and >Z").fillet(6).translate((-30, v, 9)))
# hinge barrel between the cheeks, on the rear face
cradle = cradle.union(cq.Workplane("XY").box(22, 34, 14).translate((0, 0, -7)))
cradle = cradle.union(cq.Workplane("XZ").center(0, -14).circle(11).extrude(17, both=True))
cradle = cradle.translate((0, 0, 14))              # hinge axis to local origin
cradle = cradle.rotate((0, 0, 0), (0, 0, 1), 180).rotate((0, 0, 0), (0, 1, 0), 65)
cradle = cradle.translate((AX[0], 0, AX[1]))

fixture = stand.union(cradle).cut(cyl_y(AX[0], AX[1], 2.5, -70, 70))
