import cadquery as cq
import math

# Axial-flux stator core: annular back iron, 12 axial teeth with pole shoes, stands on z = 0
OD, ID, H = 180.0, 60.0, 30.0
N = 12
YOKE = 9.0          # back iron thickness
SHOE = 4.0          # pole shoe thickness at the air gap
SLOT_W = 13.0       # slot width between teeth
OPENING = 4.0       # slot opening between pole shoes
R1, R2 = 41.0, 86.0


def sector(r1, r2, gap, z0, height):
    """Tooth section between two radii, flanks parallel to its neighbours at distance gap."""
    pitch = math.pi / N

    def pt(r, s):
        a = pitch - math.asin(gap / 2.0 / r)
        return (r * math.cos(a), s * r * math.sin(a))

    return (
        cq.Workplane("XY", origin=(0, 0, z0))
        .moveTo(*pt(r1, -1))
        .lineTo(*pt(r2, -1))
        .threePointArc((r2, 0), pt(r2, 1))
        .lineTo(*pt(r1, 1))
        .threePointArc((r1, 0), pt(r1, -1))
        .close()
        .extrude(height)
    )


# back iron with the shaft opening and a bearing step
core = cq.Workplane("XY").circle(OD / 2).circle(ID / 2).extrude(YOKE)
core = core.faces("<Z").edges("%CIRCLE").chamfer(1.0)

tooth = sector(R1, R2, SLOT_W, YOKE - 1, H - YOKE - SHOE + 1)
tooth = tooth.union(sector(R1 - 2, R2 + 2, OPENING, H - SHOE, SHOE))
for i in range(N):
    core = core.union(tooth.rotate((0, 0, 0), (0, 0, 1), i * 360.0 / N))

# mounting holes in the inner land of the yoke
holes = cq.Workplane("XY").polarArray(35.0, 0, 360, 6).circle(2.25).extrude(YOKE)
fixture = core.cut(holes)
