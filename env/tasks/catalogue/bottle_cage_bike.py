import cadquery as cq

inner_d, outer_d, lip_d = 74.0, 85.0, 70.0
rail_w, rail_front, rail_back, height = 24.0, 36.0, 42.0, 150.0
hole_d, hole_low, hole_high = 5.5, 43.0, 107.0
stop_w, stop_l, stop_h = 12.0, 80.0, 6.0
arm_h, arm_low, arm_high = 10.0, 60.0, 126.0
opening = 44.0
lip_h = 4.0
rib_w = 8.0


def ring(bore, z, h):
    return cq.Workplane("XY", origin=(0, 0, z)).circle(outer_d / 2).circle(bore / 2).extrude(h)


def open_ring(bore, z, h):
    gap = cq.Workplane("XY").box(opening, outer_d, h, centered=(True, False, False))
    return ring(bore, z, h).cut(gap.translate((0, -outer_d, z)))


rail = cq.Workplane("XY").box(rail_w, rail_back - rail_front, height, centered=(True, False, False)).translate((0, rail_front, 0))
rail = rail.faces(">Y").workplane(origin=(0, rail_back, 0)).pushPoints([(0, hole_low), (0, hole_high)]).hole(hole_d)

lip_z = arm_high + arm_h
cage = rail.union(ring(inner_d, 0, stop_h))
cage = cage.union(cq.Workplane("XY").box(stop_w, stop_l, stop_h, centered=(True, True, False)))
cage = cage.union(open_ring(inner_d, arm_low, arm_h)).union(open_ring(inner_d, arm_high, arm_h))
cage = cage.union(open_ring(lip_d, lip_z, lip_h))
rib = cq.Workplane("XY").box((outer_d - inner_d) / 2, rib_w, lip_z, centered=(False, True, False))
fixture = cage.union(rib.translate((inner_d / 2, 0, 0))).union(rib.translate((-outer_d / 2, 0, 0)))
