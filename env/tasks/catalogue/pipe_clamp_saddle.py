import cadquery as cq

inner_r, outer_r, length = 26.0, 32.0, 30.0
span, flange_t, corner_r = 100.0, 6.0, 5.0
bolt_d, bolt_x = 7.0, 41.0


def rod(radius):
    return cq.Workplane("XZ").circle(radius).extrude(length / 2, both=True)


flange = cq.Workplane("XY").box(span, length, flange_t, centered=(True, True, False)).edges("|Z").fillet(corner_r)
flange = flange.faces(">Z").workplane().rarray(2 * bolt_x, 1, 2, 1).hole(bolt_d)
above = cq.Workplane("XY").box(span, length, outer_r, centered=(True, True, False))
fixture = flange.union(rod(outer_r).intersect(above)).cut(rod(inner_r))
