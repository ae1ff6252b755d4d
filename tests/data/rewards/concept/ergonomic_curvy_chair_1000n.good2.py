import cadquery as cq

# Bent-ply style lounge chair: one continuous S ribbon for seat, back and headrest.
# Faces +X, so depth runs along X (620) and width along Y (650). Centred in plan, z = 0 floor.
ribbon_w = 500.0
leg_top, leg_foot = 46.0, 40.0

# front (inner) and rear (outer) side-view curves of the ribbon
inner = [(285, 410), (255, 448), (120, 450), (-60, 432), (-150, 460), (-172, 560), (-165, 680), (-205, 850),
         (-240, 960), (-232, 1050), (-225, 1118)]
outer = [(-265, 1120), (-285, 1050), (-290, 960), (-245, 840), (-203, 680), (-212, 560), (-195, 440), (-80, 385),
         (120, 405), (235, 404), (260, 380)]
ribbon = (cq.Workplane("XZ")
          .moveTo(*inner[0]).spline(inner[1:], includeCurrent=True)
          .lineTo(*outer[0]).spline(outer[1:], includeCurrent=True)
          .close().extrude(ribbon_w / 2, both=True))

# front-view trim: shoulders narrow to a headrest
trim = (cq.Workplane("YZ", origin=(-400, 0, 0))
        .moveTo(-250, 300).lineTo(250, 300).lineTo(250, 620)
        .spline([(235, 780), (205, 900), (150, 950), (135, 1000), (140, 1060), (90, 1120)], includeCurrent=True)
        .lineTo(-90, 1120)
        .spline([(-140, 1060), (-135, 1000), (-150, 950), (-205, 900), (-235, 780), (-250, 620)], includeCurrent=True)
        .close().extrude(800))
ribbon = ribbon.intersect(trim)


def leg(x0, y0, x1, y1, ztop):
    """tapered square leg, foot at (x0, y0), top at (x1, y1, ztop)"""
    foot = cq.Wire.makePolygon([cq.Vector(x0 + a * leg_foot / 2, y0 + b * leg_foot / 2, 0)
                                for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))], close=True)
    head = cq.Wire.makePolygon([cq.Vector(x1 + a * leg_top / 2, y1 + b * leg_top / 2, ztop)
                                for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))], close=True)
    return cq.Workplane(cq.Solid.makeLoft([foot, head], True))


chair = ribbon
for s in (-1, 1):
    chair = chair.union(leg(290, s * 305, 200, s * 215, 425))
    chair = chair.union(leg(-290, s * 305, -130, s * 215, 425))
    # side stretcher
    chair = chair.union(cq.Workplane("XY").box(500, 26, 34).translate((10, s * 275, 145)))
    # armrest: bent flat ribbon rising from the seat edge and returning to the back
    arm = (cq.Workplane("XZ", origin=(0, s * 268 + 32, 0))
           .moveTo(170, 400).spline([(205, 520), (175, 640), (60, 672), (-90, 665), (-200, 640)], includeCurrent=True)
           .lineTo(-200, 612)
           .spline([(-90, 635), (55, 640), (145, 612), (172, 520), (125, 400)], includeCurrent=True)
           .close().extrude(64))
    chair = chair.union(arm)

# H crossbars
chair = chair.union(cq.Workplane("XY").box(34, 560, 30).translate((90, 0, 145)))
chair = chair.union(cq.Workplane("XY").box(34, 560, 30).translate((-120, 0, 145)))
fixture = chair
