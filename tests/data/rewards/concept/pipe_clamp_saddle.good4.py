import cadquery as cq

# Strap-type pipe saddle holding a vertical pipe (axis Z) against a wall at y = 0.
R_PIPE = 42.0
T_STRAP = 6.5
RIB = 4.5
Y_C = 80.0 - R_PIPE - T_STRAP - RIB      # pipe centre distance from the wall
FL_T = 10.0
HALF = 80.0
LEN = 80.0


def omega(r, flange_half, thick, length):
    """Half-round shell with straight legs and, if wanted, outward feet."""
    outer = (
        cq.Workplane("XY")
        .moveTo(-r, 0).lineTo(-r, Y_C).threePointArc((0, Y_C + r), (r, Y_C)).lineTo(r, 0).close()
        .extrude(length / 2, both=True)
    )
    if flange_half:
        feet = cq.Workplane("XY").box(2 * flange_half, thick, length).translate((0, thick / 2, 0))
        feet = feet.edges("|Y").fillet(10)
        outer = outer.union(feet)
    return outer


r_out = R_PIPE + T_STRAP
body = omega(r_out, HALF, FL_T, LEN)

# three rounded hoops running round the back of the strap
for z in (-30, 0, 30):
    hoop = omega(r_out + RIB, 0, 0, 9.0).edges("not |Z").edges("%CIRCLE").fillet(3.5).translate((0, 0, z))
    body = body.union(hoop)

# foot gussets carry the hoops down onto the flanges
for z in (-30, 30):
    for s in (-1, 1):
        g = (
            cq.Workplane("XY")
            .moveTo(s * r_out, FL_T - 1).lineTo(s * 74, FL_T - 1)
            .threePointArc((s * 60, 18), (s * (r_out + 1), 38)).lineTo(s * r_out, 38).close()
            .extrude(4.5, both=True).translate((0, 0, z))
        )
        body = body.union(g)

# bore: this is the pipe contact surface; legs stay open toward the wall
body = body.cut(omega(R_PIPE, 0, 0, LEN + 2))
# 45 degree lead-in on both rims of the bore
for s in (-1, 1):
    cone = cq.Solid.makeCone(R_PIPE, R_PIPE + 3, 3, pnt=cq.Vector(0, Y_C, s * (LEN / 2 - 3)), dir=cq.Vector(0, 0, s))
    body = body.cut(cq.Workplane(obj=cone))

slots = (
    cq.Workplane("XZ").pushPoints([(-67, 0), (67, 0)]).slot2D(14, 9).extrude(-FL_T - 5)
)
fixture = body.cut(slots)
