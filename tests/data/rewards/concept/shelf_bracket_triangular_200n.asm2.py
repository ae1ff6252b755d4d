import cadquery as cq

# Welded bracket: wall plate, arm plate and an inclined flat as separate pieces
def wall():
    p = cq.Workplane("XY").box(8, 60, 180).translate((4, 0, 90)).edges("|X").fillet(6)
    return p.cut(cq.Workplane("YZ").pushPoints([(0, 20), (0, 145)]).circle(4).extrude(8))


def arm():
    a = cq.Workplane("XY").box(212, 60, 8).translate((114, 0, 170))
    return a.edges("|Z and >X").fillet(12)


def rib():
    # ends are mitred flush onto both plates
    return (
        cq.Workplane("XZ").polyline([(8, 40), (8, 62), (168, 166), (200, 166)]).close()
        .extrude(5, both=True)
    )


def corner_web():
    return (
        cq.Workplane("XZ").polyline([(8, 166), (8, 126), (48, 166)]).close()
        .extrude(3, both=True).translate((0, 24, 0))
    )


fixture = cq.Assembly(name="shelf_bracket")
fixture.add(wall(), name="wall_plate", color=cq.Color("steelblue"))
fixture.add(arm(), name="arm", color=cq.Color("steelblue"))
fixture.add(rib(), name="diagonal_rib", color=cq.Color("orange"))
fixture.add(corner_web(), name="web_1")
fixture.add(corner_web().mirror("XZ"), name="web_2")
