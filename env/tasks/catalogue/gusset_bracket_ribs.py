import cadquery as cq

base_l, width, thick = 120.0, 80.0, 8.0
height = 100.0
rib_t, rib_leg = 6.0, 60.0
rib_ys = (-30.0, 0.0, 30.0)
base_d, wall_d = 9.0, 11.0

left = -base_l / 2
bracket = (
    cq.Workplane("XZ")
    .polyline([(left, 0), (-left, 0), (-left, thick), (left + thick, thick), (left + thick, height), (left, height)])
    .close()
    .extrude(width / 2, both=True)
)
corner = (left + thick, thick)
rib = cq.Workplane("XZ").polyline([corner, (corner[0] + rib_leg, corner[1]), (corner[0], corner[1] + rib_leg)]).close().extrude(rib_t / 2, both=True)
for y in rib_ys:
    bracket = bracket.union(rib.translate((0, y, 0)))
bracket = bracket.faces("<Z").workplane(origin=(0, 0, 0)).pushPoints([(40, -20), (40, 20), (-20, -15), (-20, 15)]).hole(base_d, thick)
fixture = bracket.faces("<X").workplane(origin=(0, 0, 0)).pushPoints([(-15, 85), (15, 85)]).hole(wall_d, thick)
